"""The command serve: the pages of an edition to this computer's browser, and nothing else."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.cli import main
from converter.problems import Refused
from converter.site.serving import LOOPBACK, serving, site_of


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A folder as a build leaves it, with a secret beside it."""
    html = tmp_path / "output" / "html"
    (html / "search").mkdir(parents=True)
    (html / "index.html").write_text("<title>Harbour diaries</title>", "utf-8")
    (html / "search" / "pagefind.js").write_text("export {}", "utf-8")
    (tmp_path / "output" / "manifest.json").write_text("{}", "utf-8")
    return tmp_path / "output"


@contextlib.contextmanager
def served(folder: Path) -> Iterator[int]:
    with serving(site_of(folder), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def asked(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    with contextlib.closing(connection):
        connection.putrequest("GET", path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse()


def test_a_page_is_served_with_its_type_and_is_fetched_anew(edition: Path) -> None:
    with served(edition) as port:
        page, script = asked(port, "/"), asked(port, "/search/pagefind.js?ts=1")
    assert (page.status, script.status) == (200, 200)
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    ["/search/", "/../manifest.json", "/%2e%2e/manifest.json", "//manifest.json", "/no.html"],
)
def test_no_listing_and_nothing_from_outside_the_pages_is_served(edition: Path, path: str) -> None:
    with served(edition) as port:
        assert asked(port, path).status == 404


def test_a_link_that_leads_out_of_the_folder_is_not_followed(edition: Path) -> None:
    (edition / "html" / "linked.json").symlink_to(edition / "manifest.json")
    with served(edition) as port:
        assert asked(port, "/linked.json").status == 404


def test_a_page_elsewhere_cannot_read_the_edition_under_a_name_of_its_own(edition: Path) -> None:
    with served(edition) as port:
        assert asked(port, "/", Host=f"elsewhere.example:{port}").status == 403
        assert asked(port, "/", Host=f"localhost:{port}").status == 200
        assert asked(port, "/", Host="localhost").status == 200


def test_only_this_computer_is_listened_to(edition: Path) -> None:
    with serving(site_of(edition), 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_the_folder_of_pages_can_be_named_itself(edition: Path) -> None:
    assert site_of(edition) == site_of(edition / "html") == edition / "html"


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        site_of(tmp_path)
    assert refused.value.problem.code == "nothing-to-serve"


def test_a_port_that_is_taken_is_one_message_with_the_next_step(edition: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as other:
        port = other.getsockname()[1]
        answer = CliRunner().invoke(main, ["serve", str(edition), "--port", str(port)])
    assert answer.exit_code == 2
    assert f"error: port {port} is taken by another program [port-in-use]" in answer.output
    assert "converter serve --port 0" in answer.output


def test_a_port_that_may_not_be_used_is_told_with_its_reason(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("converter.site.serving.ThreadingHTTPServer.server_bind", refuse)
    with pytest.raises(Refused) as refused, serving(site_of(edition), 80):
        pass
    assert refused.value.problem.code == "port-refused"
    assert "Permission denied" in str(refused.value)


@pytest.mark.parametrize(("fault", "told"), [(BrokenPipeError, False), (ValueError, True)])
def test_a_browser_that_goes_away_is_no_fault(
    edition: Path, capsys: pytest.CaptureFixture[str], fault: type[Exception], told: bool
) -> None:
    with serving(site_of(edition), 0) as server, socket.socket() as gone:
        try:
            raise fault
        except fault:
            server.handle_error(gone, (LOOPBACK, 1))
    assert ("Traceback" in capsys.readouterr().err) is told


def test_it_names_its_address_and_ctrl_c_ends_it_cleanly(edition: Path) -> None:
    program = "from converter.cli import main; main()"
    started = subprocess.Popen(
        [sys.executable, "-c", program, "serve", str(edition), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert started.stdout is not None
    address = started.stdout.readline().strip()
    port = int(address.removeprefix(f"http://{LOOPBACK}:").removesuffix("/"))
    assert asked(port, "/index.html").status == 200
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=20)
    assert started.returncode == 130
    assert said.splitlines()[-1] == "ended"
    assert "Traceback" not in said
