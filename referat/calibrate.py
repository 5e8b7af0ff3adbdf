"""`referat calibrate`: from when on a question counts as answered, by judged questions over the index at hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from mappings import settings
from mappings.errors import EngineUnavailable
from referat.opening import opened_service
from referat.progress import Progress


@click.command("calibrate", short_help="Sæt gulvet for, hvornår der er et svar, efter bedømte spørgsmål.")
@click.argument("paths", metavar="FIL...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Vis hvad der findes, men gem det ikke.")
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
def command(paths: Sequence[Path], dry_run: bool, as_json: bool) -> int:
    """Sæt gulvet for, hvornår et spørgsmål har et svar, efter de bedømte spørgsmål i FIL (en eller flere).

    Filerne er som for `referat evaluate`; der skal mindst 20 spørgsmål med svar og 20 uden til. Tallene er for
    spørgsmål, som ikke var med til at sætte gulvet (krydsvalidering).
    """
    from search_api.calibrating import calibrate
    from search_api.evaluation import read_all
    from search_api.opening import calibration_file

    configured = settings.load()
    questions = read_all(paths)
    progress = Progress("Stiller spørgsmål")
    with opened_service(configured) as service:
        model = service.status().model
        name = model.name if model else configured.model
        found = calibrate(service, name, questions, lambda done: progress(done, len(questions)))
    progress.close()
    target = calibration_file(configured)
    if not dry_run:
        _write(target, msgspec.json.format(msgspec.json.encode(found), indent=2))
    if as_json:
        click.echo(msgspec.json.encode(found))
        return 0
    click.echo("\n".join([*_lines(found), "Intet er gemt." if dry_run else f"Gemt i {target}."]))
    return 0


def _lines(found: object) -> list[str]:
    from search_api.floor import Calibration, Doubt

    assert isinstance(found, Calibration)

    def told(fit: Calibration | Doubt) -> str:
        weights = ", ".join(f"{name} {weight:+.2f}" for name, weight in fit.weights.items())
        return f"{weights}; konstant {fit.intercept:+.2f}; der er svar fra sandsynlighed {fit.threshold:.2f}."

    doubt = found.doubt
    return [
        f"Model: {found.model}. Nærhed: cosinus {found.nearness.low:.3f} til {found.nearness.high:.3f}.",
        f"Vægte: {told(found)}",
        *(
            [f"I tvivl fra {doubt.low:.2f} til {doubt.high:.2f} læses også ({found.read} spørgsmål): {told(doubt)}"]
            if doubt
            else []
        ),
        f"Areal under kurven {found.area:.3f}.",
        f"Med svar: {found.held_back} af {found.with_answer} holdes tilbage. "
        f"Uden svar: {found.answered_anyway} af {found.without_answer} får alligevel resultater.",
    ]


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content + b"\n")
    except OSError as error:
        raise EngineUnavailable(f"{target} cannot be written ({error.strerror}).") from error
