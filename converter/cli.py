"""The command ``converter``: what all its commands share."""

import sys

import click

from converter import __version__, talk
from converter.commands.annotations import annotations
from converter.commands.authorities import authorities
from converter.commands.build import build
from converter.commands.cite import cite
from converter.commands.convert import convert
from converter.commands.init import init
from converter.commands.inspect import inspect
from converter.commands.learn import learn
from converter.commands.render import render
from converter.commands.review import review
from converter.commands.rules import rules
from converter.commands.serve import serve
from converter.commands.validate import validate
from converter.problems import Refused

COMMANDS = (
    build, init, convert, validate, render, inspect, review, rules, learn, authorities, cite,
    annotations, serve,
)  # fmt: skip


class Commands(click.Group):
    """Turns a refusal of the library into its message and exit status 2."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except Refused as refused:
            talk.tell([refused.problem])
            sys.exit(talk.UNUSABLE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="converter")
def main() -> None:
    """Make a scholarly edition (TEI P5, HTML, plain text) from saved pages of a digital archive.

    Exit status: 0 fine, 1 findings, 2 the input or the call cannot be used.
    """


for command in COMMANDS:
    main.add_command(command)
