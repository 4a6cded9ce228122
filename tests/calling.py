"""Calling the program in a test, and looking at what it left behind."""

from pathlib import Path

from click.testing import CliRunner, Result

from converter.cli import main


def run(*arguments: object) -> Result:
    """One call; an error that no user may ever see is raised."""
    answer = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if answer.exception and not isinstance(answer.exception, SystemExit):
        raise answer.exception
    return answer


def files(folder: Path, hidden: bool = False) -> dict[str, bytes]:
    """All files below a folder, by their names there; what builds keep for each other if asked."""
    return {
        name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        for name in [path.relative_to(folder).as_posix()]
        if path.is_file() and (hidden or not name.startswith(".converter/"))
    }


def documents_of(edition: Path) -> list[Path]:
    """The TEI of the documents in an output folder: what is gathered from them is none."""
    return sorted(p for p in (edition / "tei").glob("*/*.xml") if p.name != "corpus.xml")
