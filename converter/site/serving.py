"""Serving: a folder of the site over HTTP, to this computer alone."""

import contextlib
import errno
import sys
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from converter.problems import Place, Problem, Refused

LOOPBACK = "127.0.0.1"
OURSELVES = frozenset({LOOPBACK, "localhost"})
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    "": "application/octet-stream",
}


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers with the files of one folder and with nothing else."""

    extensions_map = TYPES  # not the computer's own table, which differs from place to place
    server_version = "converter"
    sys_version = ""

    def send_head(self) -> Any:
        """A file of the folder, or its absence; also to a page elsewhere that calls itself us."""
        host = self.headers.get("Host", LOOPBACK).rpartition(":")[0] or self.headers.get("Host")
        if host not in OURSELVES:
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        top = Path(self.directory).resolve()
        if not Path(self.translate_path(self.path)).resolve().is_relative_to(top):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: object) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """A page that was built again is fetched again, and a file is what its ending says."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody asked to read what is fetched."""


class SiteServer(ThreadingHTTPServer):
    """Says nothing of a browser that goes on to another page before the first has come whole."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def site_of(folder: Path) -> Path:
    """Where the pages are: in ``html`` of an edition, or in the folder itself. Raises Refused."""
    for place in (folder / "html", folder):
        if (place / "index.html").is_file():
            return place
    raise Refused(Problem("nothing-to-serve", Place(str(folder))))


@contextlib.contextmanager
def serving(site: Path, port: int) -> Iterator[ThreadingHTTPServer]:
    """A server that waits for its ``serve_forever``. Raises Refused where the port is not free."""
    try:
        server = SiteServer((LOOPBACK, port), partial(SiteHandler, directory=str(site)))
    except OSError as error:
        code = "port-in-use" if error.errno == errno.EADDRINUSE else "port-refused"
        facts = {"port": port, "reason": error.strerror or str(error)}
        raise Refused(Problem(code, Place(f"{LOOPBACK}:{port}"), "", facts)) from None
    with server:
        yield server
