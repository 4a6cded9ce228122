"""A small edition for tests: three invented pages, what is built from them, and how to judge it."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from calling import files, run
from click.testing import Result
from page_printer import Division, Document, Paragraph, Section, saved_page

from converter.resources import assets
from converter.site import indexing

NAMES = ("one", "two", "three")


def page(title: str, text: str, date: str = "1937 Mar 12") -> bytes:
    section = Section("translation", title, (Division((Paragraph((text,)),)),))
    return saved_page(Document(title, (section,), volume="Lanterns", date=date))


class Edition:
    """Three pages and the edition that is built from them."""

    def __init__(self, folder: Path) -> None:
        self.pages, self.out = folder / "pages", folder / "out"
        self.pages.mkdir(parents=True)
        for day, name in enumerate(NAMES, start=1):
            self.save(name, page(f"On bell {name}", f"Bell {name} was saved.", f"1937 Mar {day}"))
        self.tei = {n: self.out / f"tei/lanterns/{self.stem(n)}.xml" for n in NAMES}
        self.html = {n: self.out / f"html/lanterns/{self.stem(n)}.html" for n in NAMES}
        self.text = {n: self.out / f"text/reading/lanterns/{self.stem(n)}.txt" for n in NAMES}

    @staticmethod
    def stem(name: str) -> str:
        return f"1937-03-0{NAMES.index(name) + 1}-on-bell-{name}"

    def save(self, name: str, data: bytes) -> None:
        (self.pages / f"{name}.txt").write_bytes(data)

    def build(self, *options: object) -> Result:
        return run("build", self.pages, "-o", self.out, *options)

    def change(self, name: str, verb: str) -> None:
        """Another text of a page: what became of the bell."""
        self.save(name, page(f"On bell {name}", f"Bell {name} was {verb}.", self.date(name)))

    @staticmethod
    def date(name: str) -> str:
        return f"1937 Mar {NAMES.index(name) + 1}"

    def edit(self, name: str, old: str, new: str) -> bytes:
        """A change by hand in a TEI file; its bytes after that."""
        text = self.tei[name].read_text("utf-8")
        assert old in text
        self.tei[name].write_text(text.replace(old, new), "utf-8")
        return self.tei[name].read_bytes()

    def report(self) -> str:
        return (self.out / "report.txt").read_text("utf-8")


PASSING = re.compile(r"\.converter/(lock|journal)")
BESIDE = re.compile(r"\..+\.\d+\.new")


def state(folder: Path) -> Mapping[str, bytes | None]:
    """All files and folders of an output, also what builds leave for each other."""
    folders = (path for path in folder.rglob("*") if path.is_dir())
    kept = {n: data for n, data in files(folder, hidden=True).items() if not PASSING.fullmatch(n)}
    return {**{path.relative_to(folder).as_posix(): None for path in folders}, **kept}


def left_beside(folder: Path) -> list[str]:
    """What was not moved to its place, nor removed."""
    return [name for name in state(folder) if BESIDE.fullmatch(Path(name).name)]


def differing(one: Mapping[str, bytes | None], other: Mapping[str, bytes | None]) -> list[str]:
    """The names of what is not the same in both."""
    return sorted(name for name in {*one, *other} if one.get(name, b"-") != other.get(name, b"-"))


Made = dict[str, bytes]
MADE: dict[object, Made] = {}


def quicken(patch: pytest.MonkeyPatch) -> None:
    """Two assets instead of forty, and no index is made twice of the same texts."""
    patch.setattr("converter.publish.assets", lambda: dict(sorted(assets().items())[:2]))
    make = indexing.indexed

    def indexed(site: Path, program: Path, running: list["subprocess.Popen[str]"]) -> Made:
        texts = tuple(files(site).items())
        if texts not in MADE:
            MADE[texts] = {**make(site, program, running)}
        return MADE[texts]

    patch.setattr(indexing, "indexed", indexed)
