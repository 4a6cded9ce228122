"""The command ``converter``: its commands by name, each loaded when it is called."""

import sys
from difflib import get_close_matches
from importlib import import_module

import click

from converter import __version__

# In the order in which an edition meets them; a sentence each that fits into a line.
COMMANDS = {
    "init": "Write a commented edition.toml from what the pages say.",
    "build": "Make the whole edition: TEI, HTML, text, report.",
    "review": "Decide what uncertain lines are, the least certain first.",
    "learn": "Adapt the weights of the evidence to an edition.",
    "authorities": "Find sigla of archives that no entry explains.",
    "convert": "Make TEI of saved pages, without an edition.",
    "inspect": "Print what one pass made of a saved page.",
    "rules": "Print the rules with their reasons and examples.",
    "validate": "Check TEI files against our schemas or others.",
    "render": "Make HTML or text of TEI files, by stylesheets alone.",
    "verify": "Check that an edition is as it was written.",
    "bag": "Pack an edition with its sources for an archive.",
    "cite": "Write references to documents or to what they cite.",
    "book": "Make an EPUB or a Word document of a volume.",
    "annotations": "Write readers' annotations as TEI or JSON-LD.",
    "serve": "Show an edition to the browser of this computer.",
}


def command(name: str) -> click.Command:
    """The command of this name, with the modules it needs."""
    found: click.Command = getattr(import_module(f"converter.commands.{name}"), name)
    return found


class Commands(click.Group):
    """Loads a command when it is called, turns a refusal into its message, ends in order."""

    def list_commands(self, context: click.Context) -> list[str]:
        return [*COMMANDS]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        return command(name) if name in COMMANDS else None

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(context, args)
        except click.UsageError as error:
            close = get_close_matches(args[0], COMMANDS, 1)
            meant = f" Did you mean '{close[0]}'?" if close else ""
            raise click.UsageError(error.message + meant, context) from None

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])

    def invoke(self, context: click.Context) -> object:
        from converter import talk
        from converter.interruption import Interrupted, interruptible
        from converter.problems import Refused

        talk.occupy_closed_streams()
        try:
            with interruptible():
                return super().invoke(context)
        except Refused as refused:
            talk.tell([refused.problem])
            sys.exit(talk.UNUSABLE)
        except Interrupted as interrupted:
            talk.say("interrupted")
            sys.exit(interrupted.status)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="converter")
def main() -> None:
    """Make a scholarly edition (TEI P5, HTML, plain text) from saved pages of a digital archive.

    Exit status: 0 fine, 1 findings, 2 the input or the call cannot be used, 130 or 143 interrupted.
    """
