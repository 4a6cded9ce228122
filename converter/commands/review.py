"""The command ``converter review``: asks an editor about uncertain lines, or lists them."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.batch import read_all
from converter.counting import plural
from converter.decision_files import find_decisions, sections_of
from converter.options import (
    PATH,
    decisions_option,
    edition_option,
    encoding_option,
    format_option,
    settings_of,
    weights_of,
    weights_option,
)
from converter.problems import Place, Problem, Refused
from converter.review import Review, ReviewedPage
from converter.sources import PAGES, find

INTERRUPTED = 130


@click.command()
@click.argument("sources", nargs=-1, type=PATH, required=True)
@click.option(
    "--below",
    type=click.FloatRange(0, 1),
    default=0.9,
    show_default=True,
    help="Ask about lines less certain than this.",
)
@click.option("--list", "listed", is_flag=True, help="Print the questions instead of asking them.")
@edition_option
@decisions_option
@weights_option
@encoding_option
@format_option
def review(
    sources: tuple[Path, ...],
    below: float,
    listed: bool,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
    encoding: str,
    form: str,
) -> None:
    """Decide what uncertain lines are: asks about them one by one, the least certain first.

    Each answer is written at once to decisions.toml beside the page (or to the file named with
    --decisions), so you may stop at any time; the next review goes on with what is open. The next
    build follows what you decided.
    """
    listed = listed or form == "json"
    if not listed:
        refuse_without_terminal()
    found = find(sources, PAGES)
    table = weights_of(weights, edition, sources).table
    files = find_decisions(sources, found.sources, decisions, may_be_new=not listed)
    pages, refused = read_all(found.sources, encoding)
    names = {str(source.path): source.name for source in found.sources}
    with talk.progress() as progress:
        reviewed = [ReviewedPage(names[page.path], Path(page.path), page) for page in pages]
        begun = Review(reviewed, files, settings_of(edition, sources), below, progress, table)
    unmet = files.unmet({Path(page.path): sections_of(page) for page in pages})
    problems = [*found.problems, *refused, *begun.problems, *unmet]
    talk.tell(problems)
    status = talk.batch_status(len(pages), len(refused), problems)
    if listed:
        print_questions(begun, form)
    elif begun.left:
        status = ask(begun) or status
    elif pages:
        talk.say("no line is uncertain: there is nothing to decide")
    sys.exit(status)


def refuse_without_terminal() -> None:
    """Nobody could be asked: that is said before anything is read."""
    for name, stream in (("stdin", sys.stdin), ("stdout", sys.stdout)):
        if not stream.isatty():
            raise Refused(Problem("no-terminal", Place(name)))


def print_questions(review: Review, form: str) -> None:
    """The open questions as the report of a build has them."""
    guesses = review.guesses()
    if form == "json":
        talk.print_data([guess.as_data() for guess in guesses])
    else:
        for guess in guesses:
            click.echo(str(guess))
    talk.say(f"{plural(len(guesses), 'line')} to decide")


def ask(review: Review) -> int:
    """The questions in the terminal; what came of them is said however they end."""
    from rich.console import Console

    from converter.review_screen import ask_all

    try:
        ask_all(review, Console(highlight=False), pressed)
        return talk.FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        talk.say(
            f"{plural(review.decided, 'line')} decided, {review.left} left;"
            " converter build follows what is decided"
        )


def pressed() -> str:
    """The next key; nothing where the terminal is gone."""
    try:
        return click.getchar()
    except (EOFError, OSError):
        return ""
