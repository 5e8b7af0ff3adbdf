"""The figures of `referat evaluate`, set out for a reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search_api.ablation import Ablation
    from search_api.certainty import Interval
    from search_api.comparison import Comparison
    from search_api.evaluation import Evaluation, Quality

MOST_CHANGED = 10  # questions told; the rest are in the JSON
MOST_NAMED = 20  # ids told of those not compared


def evaluation(measured: Evaluation, details: bool) -> Iterator[str]:
    """A row for each kind and one for all, each mean with its interval; then what no mean tells."""
    yield f"{'art':<16}{'antal':>6}{'nDCG@10':>10}{'':<14}{'MRR':>8}{'':<14}{'recall@10':>11}"
    for kind, quality in measured.kinds.items():
        yield _row(kind, quality)
    yield _row("alle", measured.all)
    yield "I kantede parenteser: 95 %-interval (bootstrap over spørgsmålene)."
    yield (
        f"Uden svar: {measured.answered_anyway} af {measured.without_answer} fik alligevel resultater. "
        f"Med svar: {measured.held_back} af {measured.all.questions} fik ingen."
    )
    if measured.precision is not None and measured.found is not None:
        yield (
            f"Resultaterne på første side: {measured.precision:.3f} af dem er bedømt relevante, "
            f"og {measured.found:.3f} af det relevante er imellem dem."
        )
    if measured.missing:
        yield f"{len(measured.missing)} bedømte punkter findes ikke i indekset, fx {measured.missing[0]}."
    for question in measured.questions if details else ():
        wrong = question.results > 0 if question.ndcg is None else question.ndcg < 1 or not question.results
        if wrong:
            figure = "  –  " if question.ndcg is None else f"{question.ndcg:.3f}"
            yield f"{figure} {question.id} {question.kind}: {question.question} → {', '.join(question.first)}"


def comparison(found: Comparison, earlier: str) -> Iterator[str]:
    """The difference from an earlier run, which questions made it, and which could not be compared."""
    yield ""
    yield f"Mod {earlier}, {found.questions} spørgsmål med svar i begge:"
    yield (
        f"nDCG@10 {found.before:.3f} → {found.after:.3f}, forskel {found.difference.mean:+z.3f} "
        f"{_signed(found.difference.interval)}, p {_p(found.difference.p)}"
    )
    yield (
        f"Uden svar, fik alligevel resultater: {found.answered_anyway.before} → {found.answered_anyway.after}. "
        f"Med svar, fik ingen: {found.held_back.before} → {found.held_back.after}."
    )
    if found.changed:
        yield f"Ændret: {len(found.changed)} spørgsmål, mest:"
    for one in found.changed[:MOST_CHANGED]:
        change = f"{one.after - one.before:+.3f} ({one.before:.3f} → {one.after:.3f})"
        yield f"  {change} {one.id} {one.kind}: {one.question}"
    for label, ids in (
        (f"Kun i {earlier}", found.only_before),
        ("Kun i denne kørsel", found.only_after),
        ("Bedømt anderledes nu", found.judged_otherwise),
    ):
        if ids:
            yield f"{label}, ikke sammenlignet: {len(ids)} ({_some(ids)})."


def ablation(found: Ablation) -> Iterator[str]:
    """A row for all signals and one without each."""
    yield f"{'uden':<16}{'nDCG@10':>8}{'forskel':>9}{'':<18}{'p':>7}{'besvaret':>11}{'ubesvaret':>11}"
    yield f"{'(alle med)':<16}{found.all.ndcg:>8.3f}{'':<34}{found.answered_anyway:>11}{found.held_back:>11}"
    for one in found.without:
        yield (
            f"{one.signal:<16}{one.ndcg:>8.3f}{one.difference.mean:>+z9.3f} {_signed(one.difference.interval):<17}"
            f"{_p(one.difference.p):>7}{one.answered_anyway:>11}{one.held_back:>11}"
        )
    yield (
        f"Besvaret: af {found.without_answer} uden svar, der alligevel fik resultater; "
        f"ubesvaret: af {found.all.questions} med svar, der ingen fik."
    )
    yield f"{len(found.without)} prøver: en enkelt p lidt under 0.05 kan være tilfældig."


def _row(name: str, quality: Quality) -> str:
    return (
        f"{name:<16}{quality.questions:>6}"
        f"{quality.ndcg:>10.3f} {_around(quality.ndcg_interval)}"
        f"{quality.mrr:>8.3f} {_around(quality.mrr_interval)}"
        f"{quality.recall:>11.3f} {_around(quality.recall_interval)}"
    )


def _around(interval: Interval) -> str:
    return f"[{interval.low:.3f}–{interval.high:.3f}]"


def _signed(interval: Interval) -> str:
    return f"[{interval.low:+z.3f}; {interval.high:+z.3f}]"


def _p(p: float) -> str:
    return "<0.001" if p < 0.001 else f"{p:.3f}"


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:MOST_NAMED]) + (" …" if len(ids) > MOST_NAMED else "")
