"""The options that several commands share, each with its help, and the settings they lead to."""

from collections.abc import Sequence
from pathlib import Path

import click

from converter.settings import Settings, read_settings
from converter.weights_in_use import NAME, WeightsInUse, read_in_use

PATH = click.Path(path_type=Path)


def known_encoding(_: click.Context, __: click.Parameter, name: str) -> str:
    """The name of an encoding of text; others are an error of the call."""
    try:
        b"a".decode(name or "utf-8")
    except (LookupError, UnicodeError):
        raise click.BadParameter(f"there is no encoding {name!r} of text") from None
    return name


edition_option = click.option("--edition", type=PATH, help="Settings of the edition.")
encoding_option = click.option(
    "--encoding",
    default="",
    callback=known_encoding,
    help="Encoding of the pages, if it is not UTF-8.",
)
output_option = click.option(
    "-o", "--output", type=PATH, help="File or, for a folder, the folder that mirrors it."
)
overwrite_option = click.option(
    "--overwrite", is_flag=True, help="Replace files that are there already."
)
doubt_option = click.option(
    "--show-doubt", is_flag=True, help="Mark in the HTML what was encoded by a guess."
)
time_option = click.option(
    "--time-limit",
    type=click.IntRange(min=1),
    default=120,
    show_default=True,
    help="Seconds that another stylesheet or schema may take to load, and for each file.",
)
strict_option = click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
workers_option = click.option(
    "--workers",
    type=click.IntRange(0, 64),
    default=0,
    help="Processes that share the work; 0 takes as many as pay.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Results for people or for programs.",
)
decisions_option = click.option(
    "--decisions", type=PATH, help="Decisions that do not lie beside the pages as decisions.toml."
)
weights_option = click.option(
    "--weights",
    type=PATH,
    help="Weights of the evidence that do not lie beside edition.toml as weights.json.",
)


def edition_file(edition: Path | None, arguments: Sequence[Path]) -> Path | None:
    """The settings named, else the edition.toml in a folder that is named, where there is one."""
    beside = next((a / "edition.toml" for a in arguments if (a / "edition.toml").is_file()), None)
    return edition or beside


def settings_of(edition: Path | None, arguments: Sequence[Path] = ()) -> Settings:
    """The settings named, else the edition.toml in a folder that is named, else the defaults."""
    path = edition_file(edition, arguments)
    return read_settings(path) if path else Settings()


def weights_file(edition: Path | None, arguments: Sequence[Path]) -> Path:
    """Where an edition has its weights: beside the edition.toml in use, else beside the pages."""
    settings = edition_file(edition, arguments)
    if settings is not None:
        return settings.with_name(NAME)
    first = next(iter(arguments))
    return (first if first.is_dir() else first.parent) / NAME


def weights_of(
    weights: Path | None, edition: Path | None, arguments: Sequence[Path]
) -> WeightsInUse:
    """The weights named, else those the edition has, else those of the program."""
    own = weights_file(edition, arguments)
    path = weights or (own if own.is_file() else None)
    return read_in_use(path) if path else WeightsInUse()
