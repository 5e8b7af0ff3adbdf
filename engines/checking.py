"""What both engines ask of a meeting before they store it."""

from __future__ import annotations

import numpy as np

from engines.kept import Model, Prepared
from mappings.errors import IndexMismatch, ReferatError


def check(prepared: Prepared, model: Model) -> None:
    """Raise `ReferatError` where a meeting and its vectors do not fit together, `IndexMismatch` for another model's."""
    shape = prepared.vectors.shape
    if len(shape) != 2 or shape[0] != len(prepared.passages):
        raise ReferatError(f"{prepared.meeting.id} has {len(prepared.passages)} passages but vectors of shape {shape}.")
    if shape[0] and shape[1] != model.dimension:
        raise IndexMismatch(
            f"The index holds vectors of {model.dimension} dimensions ({model.name}), but {prepared.meeting.id} came "
            f"with {shape[1]}. Set REFERAT_MODEL back, or run `referat reindex` to embed it anew."
        )
    with np.errstate(over="ignore"):  # a vector too long to be squared is no better than one of nan
        vectors = np.asarray(prepared.vectors, dtype=np.float32)
        lengths = np.einsum("ij,ij->i", vectors, vectors)
    if not np.isfinite(lengths).all():
        raise ReferatError(f"A vector of {prepared.meeting.id} is not a number; embed the meeting again.")


def twice(item_id: str) -> ReferatError:
    """Two items, of one meeting or of two, with one id."""
    return ReferatError(f"The item id {item_id!r} occurs twice. Give each item an id of its own and index again.")
