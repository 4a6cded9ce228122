"""The world of the hostile pack: a secret, a door that nobody may knock at, a folder to work in."""

import os
import resource
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import calling
from click.testing import Result

PACK = Path(__file__).parent / "hostile"
SECRET = "wrack-5071-hawser"
BESIDE = "tide-tables-7719"  # a file that nobody names
SEEN = "seen-4410"  # what a stylesheet says that saw whether a file is there
XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'

# What lies in the folder that no stylesheet, schema or text of the pack belongs to.
SECRETS = {
    "canary.txt": SECRET,
    f"{BESIDE}.xml": "<out/>",
    "canary.xml": f"<out>{SECRET}</out>",
    "canary.json": f'{{"word": "{SECRET}"}}',
    "canary.xsl": f'<xsl:stylesheet version="3.0" {XSL}><xsl:template match="/" '
    f'name="xsl:initial-template"><out>{SECRET}</out></xsl:template></xsl:stylesheet>',
    "canary.rng": '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>'
    f'<element name="{SECRET}"><text/></element></start></grammar>',
    "canary.xsd": '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    f'<xs:element name="{SECRET}"/></xs:schema>',
    "canary.sch": '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="/*">'
    f'<assert test="false()">{SECRET}</assert></rule></pattern>',
}


@dataclass(slots=True)
class World:
    """The folders of one test, and how often its door was knocked at."""

    top: Path
    port: int
    knocks: list[float] = field(default_factory=list)

    @property
    def secret(self) -> Path:
        return self.top / "secret"

    @property
    def work(self) -> Path:
        return self.top / "work"

    def place(self, kind: str, name: str) -> Path:
        """A file of the pack, in the folder to work in, with the addresses of this world."""
        file = self.work / name
        text = (PACK / kind / name).read_text("utf-8")
        for mark, address in (
            ("@SECRET@", self.secret.as_uri()),
            ("@PATH@", str(self.secret)),
            ("@PORT@", str(self.port)),
            ("@OUT@", (self.top / "out").as_uri()),
        ):
            text = text.replace(mark, address)
        file.write_text(text, "utf-8")
        return file

    def files(self) -> dict[str, bytes]:
        return calling.files(self.top)

    def harm(self, before: dict[str, bytes], said: str) -> set[str]:
        """What was done that nobody may do."""
        done = {
            "read": SECRET in said or BESIDE in said,
            "looked": SEEN in said,
            "asked about the user": f">{Path.home()}" in said,
            "asked the network": bool(self.knocks),
            "wrote": self.files() != before,
        }
        return {name for name, happened in done.items() if happened}


@contextmanager
def world(top: Path) -> Iterator[World]:
    """A new world below a folder."""
    for name in ("secret", "work", "out"):
        (top / name).mkdir()
    for name, text in SECRETS.items():
        (top / "secret" / name).write_text(text, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as door:
        made = World(top, door.getsockname()[1])
        listening = threading.Thread(target=listen, args=(door, made.knocks))
        listening.start()
        yield made
        door.shutdown(socket.SHUT_RDWR)
        listening.join()
    shutil.rmtree(top)


def listen(door: socket.socket, knocks: list[float]) -> None:
    while True:
        try:
            visitor, _ = door.accept()
        except OSError:
            return
        knocks.append(time.monotonic())
        visitor.close()


def computing(work: Callable[[], Result]) -> tuple[Result, float]:
    """What a call answers, and the seconds of computing it took, with those of its processes."""
    before = spent()
    answer = work()
    return answer, spent() - before


def spent() -> float:
    own, others = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def unlocked_environment() -> dict[str, str]:
    """With a word in it that no output may have."""
    return {**os.environ, "CANARY": SECRET}
