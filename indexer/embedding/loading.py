"""Loading a sentence-transformers model: from disk where it is there, from the hub where it must be.

What was downloaded before is used without asking the hub, so that a server starts without the network; and the hub
is knocked at once before anything is fetched, for its library retries for a minute before it says so (69 s seen).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from indexer.embedding.base import ModelUnavailable

INSTALL = "pip install 'referatsoegning[sentence-transformers]'"
_KNOCK_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Kind:
    """What is loaded: the library's class, the setting that names it, and what to set that to for want of a model."""

    of: str
    setting: str
    instead: str


EMBEDDER = Kind("SentenceTransformer", "REFERAT_MODEL", "to referat-e5-2")
RERANKER = Kind("CrossEncoder", "REFERAT_RERANKER", "to nothing")


def load(model: str, device: str, on_disk: bool, kind: Kind = EMBEDDER) -> Any:
    """The model of this name or folder (`on_disk`), on the device; raises `ModelUnavailable`."""
    try:
        torch = import_module("torch")
        library = import_module("sentence_transformers")
        import_module("transformers.utils.logging").disable_progress_bar()
    except ImportError as error:
        raise ModelUnavailable(f"sentence-transformers cannot be imported ({_line(error)}): {INSTALL}") from error
    place = _device(torch, device)
    try:
        return getattr(library, kind.of)(model, device=place, local_files_only=True)
    except Exception as error:  # whatever a library or a model's own files raise, and that is anything
        if on_disk:
            raise ModelUnavailable(
                f"The folder {model} holds no sentence-transformers model that loads ({_line(error)}); "
                f"save it anew with {kind.of}.save(), or set {kind.setting}."
            ) from error
    _knock(model, kind)
    try:
        return getattr(library, kind.of)(model, device=place)
    except Exception as error:
        raise ModelUnavailable(
            f"The model {model!r} cannot be loaded ({_line(error)}); correct {kind.setting}, or set it {kind.instead}."
        ) from error


def _device(torch: Any, wanted: str) -> str:
    """Where to run: as wanted, else on a GPU where there is one."""
    best = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    if not wanted:
        return best
    try:
        torch.zeros(1, device=wanted)
    except (RuntimeError, AssertionError, NotImplementedError) as error:  # an unknown, missing or unusable device
        raise ModelUnavailable(
            f"REFERAT_DEVICE is {wanted!r}, but torch cannot use it here ({_line(error)}); "
            f"leave it empty to take {best}, the best there is."
        ) from error
    return wanted


def _knock(model: str, kind: Kind) -> None:
    hub = import_module("huggingface_hub.constants").ENDPOINT
    try:
        import_module("huggingface_hub.utils").get_session().head(hub, timeout=_KNOCK_SECONDS)
    except Exception as error:  # its client differs from version to version, and so do the errors
        raise ModelUnavailable(
            f"The model {model!r} is not on this machine, and {hub} cannot be reached "
            f"({_line(error)}); set {kind.setting} {kind.instead} or to a model's folder, or download it where there "
            "is network."
        ) from error


def _line(error: BaseException) -> str:
    """The first line of what an error says, not too much of it."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(" .:")[:200]
