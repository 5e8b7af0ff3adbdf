"""The `referat` command: its subcommands, each in a module of its own that is loaded when it is called.

Exit codes: 0 all well; 1 could not do it; 2 wrong use; 3 done, but for the files named; 130 interrupted.
"""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module

import click

from mappings import settings
from mappings.errors import BadRequest, BadSettings, ReferatError
from referat.exits import FAILED, INTERRUPTED, WRONG_USE

COMMANDS: dict[str, str] = {
    "index": "Læs filer og mapper med referater ind i indekset.",
    "parse": "Vis hvad der læses ud af et referat.",
    "search": "Søg i beslutninger og sager.",
    "related": "Vis hvad der hører sammen med et punkt.",
    "evaluate": "Mål søgningens kvalitet på bedømte spørgsmål.",
    "calibrate": "Sæt gulvet for, hvornår der er et svar, efter bedømte spørgsmål.",
    "serve": "Vis siderne og JSON-API'et i en browser.",
    "status": "Vis indeksets indhold og tilstand.",
    "reindex": "Byg indekset igen af det, der er gemt.",
    "alerts": "Send nye resultater af søgninger med mail.",
    "export": "Skriv indekset som JSON Lines.",
}

log = logging.getLogger("referat")


class _Commands(click.Group):
    """Subcommands by name, imported only when called: `referat --help` must be quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"referat.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Kommandoer"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def referat() -> None:
    """Søg i kommunale referater: beslutninger, sager, møder.

    Indstillinger læses fra miljøet (REFERAT_…) og fra filen .env; se README.
    """
    configured = settings.load()
    logging.basicConfig(level=configured.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")


def main() -> None:
    """Run the command; whatever happens, the user reads one line and the shell gets an exit code."""
    sys.exit(_run())


def _run() -> int:
    try:
        code = referat.main(standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return WRONG_USE if isinstance(error, click.UsageError) else FAILED
    except (BadRequest, BadSettings) as error:
        return _say(error, WRONG_USE)
    except ReferatError as error:
        return _say(error, FAILED)
    except (KeyboardInterrupt, click.Abort):
        return _say("Afbrudt.", INTERRUPTED)
    except BrokenPipeError:  # the reader (`| head`) has had enough; say nothing when Python flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the last edge before the user: one line for them, the whole story in the log
        log.debug("unexpected", exc_info=True)
        return _say(
            f"Uventet fejl: {type(error).__name__}: {error}. Sæt REFERAT_LOG_LEVEL=DEBUG for at se hvor.", FAILED
        )


def _say(message: object, code: int) -> int:
    line = " ".join(str(message).split())
    click.echo(f"referat: {line}", err=True)
    return code


if __name__ == "__main__":
    main()
