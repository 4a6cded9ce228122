"""docs/commands.md: every command with its arguments and options, as the program has them."""

import click

from converter.cli import COMMANDS, command, main

HEAD = """\
# Commands

Everything below is what the program itself says: `converter COMMAND -h` prints the same. Results go
to the standard output or to the place named with `-o`, messages to the standard error.

| exit status | means |
|---|---|
| 0 | fine |
| 1 | findings, or some of several files could not be used |
| 2 | the input or the call cannot be used |
| 130, 143 | interrupted |

"""


def commands_page() -> str:
    """The page as it should be."""
    rows = [
        f"| [`converter {name}`](#converter-{name}) | {says} |" for name, says in COMMANDS.items()
    ]
    listed = "\n".join(["| command | what it does |", "|---|---|", *rows])
    general = "\n".join(options(main))
    return (
        "\n\n".join(
            [HEAD.rstrip(), listed, "Of the program itself:", general, *map(section, COMMANDS)]
        )
        + "\n"
    )


def section(name: str) -> str:
    """A command: how it is called, what it does, its options."""
    called = command(name)
    above = click.Context(main, info_name="converter", **main.context_settings)
    with click.Context(called, info_name=name, parent=above) as context:
        usage = " ".join([context.command_path, *called.collect_usage_pieces(context)])
        parts = [f"## converter {name}", f"`{usage}`", prose(called.help or "")]
    return "\n\n".join([*parts, "\n".join(options(called))])


def options(called: click.Command) -> list[str]:
    """The table of the options of a command."""
    rows = [row(each) for each in called.params if isinstance(each, click.Option)]
    return ["| option | what it does |", "|---|---|", *rows, "| `-h`, `--help` | Show the help. |"]


def row(option: click.Option) -> str:
    """An option with all its names, the values it takes, its help and its default."""
    names = ", ".join(f"`{name}`" for name in option.opts)
    kind = option.type
    if isinstance(kind, click.Choice):
        value = " " + " or ".join(f"`{each}`" for each in kind.choices)
    else:
        value = "" if option.is_flag else f" {option.human_readable_name.upper().replace('_', ' ')}"
    taken = option.default if option.show_default else None
    said = f" Without it: `{taken}`." if taken is not None else ""
    often = " May be given more than once." if option.multiple else ""
    return f"| {names}{value} | {cell(option.help or '')}{said}{often} |"


def prose(text: str) -> str:
    """The help of a command, its paragraphs as lines."""
    plain = text.replace("\b", "").replace("``", "`")
    paragraphs = (" ".join(part.split()) for part in plain.split("\n\n"))
    return "\n\n".join(paragraphs)


def cell(text: str) -> str:
    """Text that does not end a cell of a table."""
    return " ".join(text.split()).replace("|", r"\|")
