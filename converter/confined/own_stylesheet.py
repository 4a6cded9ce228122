"""``render --stylesheet``: a stylesheet of the user's own, in a process that reaches nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from converter.confined.process import SECONDS, Halted, Process, expected
from converter.confined.stopping import stopped
from converter.confined.stylesheets import Enclosed, enclose
from converter.page_assets import AssetsBeside
from converter.problems import Place, Problem, Refused
from converter.render import SAYS
from converter.render import Source as Text
from converter.sources import Source

ENDINGS = {"text": ".txt", "xml": ".xml", "json": ".json", "adaptive": ".txt"}

# What our own stylesheets are told, beside what the user asks for.
GIVEN = {"home": "", "interface": "en", "on-unhandled": "mark"}

# How Saxon says that one of our locks was met.
FORBIDDEN = re.compile(
    r"has been prohibited|has been disallowed|not available in this configuration"
    r"|disabled when extension functions|DOCTYPE is disallowed"
)


@dataclass(frozen=True, slots=True)
class OwnStylesheet:
    """The stylesheet, ready to render; the ending of what it makes."""

    path: Path
    enclosed: Enclosed
    process: Process
    show_doubt: bool
    beside: AssetsBeside | None

    @property
    def ending(self) -> str:
        """By the stylesheet's first xsl:output, its own before those of its modules."""
        return ENDINGS.get(next(iter(self.enclosed.methods), ""), ".html")

    def render(self, source: Source, data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
        """One TEI file; Refused where the stylesheet cannot render it, or was stopped."""
        text = Text(data, str(source.path))
        try:
            sent = text.xml.encode("ascii", "xmlcharrefreplace")
            said, made = self.process.ask({"parameters": self.parameters(source)}, sent)
            answer = expected(said, failed=str, messages=list, untold=int)
        except Halted as why:
            place = Place(str(source.path))
            raise Refused(stopped(why, place, self.named, self.process.seconds)) from None
        messages = [self.enclosed.in_words(str(message)) for message in answer["messages"]]
        if answer["failed"]:
            raise Refused(self.failed(text, answer["failed"], messages))
        if self.beside:
            self.beside.note(made.decode("utf-8", "replace"))
        return made, tuple(self.problems(text, messages, answer["untold"]))

    def parameters(self, source: Source) -> dict[str, str]:
        """What our own stylesheets are told, for one that includes them."""
        assets = self.beside.prefix(source, self.ending) if self.beside else ""
        doubt = "yes" if self.show_doubt else "no"
        return {**GIVEN, "assets": assets, "show-doubt": doubt}

    @property
    def named(self) -> str:
        return f"the stylesheet '{self.path.name}'"

    def failed(self, text: Text, reason: str, said: list[str]) -> Problem:
        """Why it could not render the file, with the place in the stylesheet where it is known."""
        place = self.enclosed.place(self.process.heard())
        reasons = [*said, self.enclosed.in_words(reason)]
        where = f"{Path(place.path).name}, line {place.line}: " if place.line else ""
        told = where + "; ".join(reasons)
        code = "stylesheet-reaches-out" if FORBIDDEN.search(reason) else "stylesheet-failed"
        return text.problem(code, stylesheet=self.path.name, reason=told)

    def problems(self, text: Text, said: list[str], untold: int) -> Iterator[Problem]:
        for message in said:
            if SAYS in message:
                yield text.unhandled("element-marked", message)
            else:
                yield text.problem("stylesheet-says", message=" ".join(message.split()))
        if untold:
            yield text.problem("stylesheet-says", message=f"and {untold} messages more")


@contextmanager
def own_stylesheet(
    path: Path,
    show_doubt: bool = False,
    beside: AssetsBeside | None = None,
    seconds: int = SECONDS,
) -> Iterator[OwnStylesheet]:
    """The stylesheet compiled; Refused where it cannot be, with its place."""
    enclosed = enclose(path)
    process = Process("render", ({}, enclosed.text.encode()), seconds=seconds)
    stylesheet = OwnStylesheet(path, enclosed, process, show_doubt, beside)
    try:
        answer = expected(process.start()[0], failed=str)
        if answer["failed"]:
            place = enclosed.place(f"{answer['failed']} {process.heard()}")
            reason = enclosed.in_words(answer["failed"])
            code = "stylesheet-reaches-out" if FORBIDDEN.search(reason) else "stylesheet-broken"
            facts = {"reason": reason, "stylesheet": path.name}
            raise Refused(Problem(code, place, "", facts))
        yield stylesheet
    except Halted as why:
        raise Refused(stopped(why, Place(str(path)), stylesheet.named, seconds)) from None
    finally:
        process.end()
