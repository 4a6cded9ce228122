"""Stylesheets and schemas of the user's own: what they can do, what is said, what locks them in."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import files, run
from hostile_world import SECRET, World, world

from converter.confined.frames import Garbled, receive, send
from converter.confined.landlock import shut_out
from converter.confined.process import Halted, Process, Running
from converter.confined.stylesheets import enclose
from converter.problems import Refused

TEI = Path(__file__).parent / "tei"
LETTER, DIARY = TEI / "letter.xml", TEI / "diary-entry.xml"
HEAD = (
    '<xsl:stylesheet version="3.0" expand-text="yes"\n'
    '    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"\n'
    '    xpath-default-namespace="http://www.tei-c.org/ns/1.0">\n'
)
TITLE = "<xsl:template match='/'><out>{(//title)[1]}</out></xsl:template>"


def stylesheet(file: Path, body: str, head: str = HEAD) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{head}{body}\n</xsl:stylesheet>", "utf-8")
    return file


@pytest.fixture
def two_letters(tmp_path: Path) -> Path:
    folder = tmp_path / "tei"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.xml").write_bytes(LETTER.read_bytes())
    return folder


# ---------------------------------------------------------------- stylesheets


def test_a_stylesheet_that_imports_ours_changes_what_it_wants_to_change(tmp_path: Path) -> None:
    own = stylesheet(
        tmp_path / "own.xsl",
        '<xsl:import href="converter:html/all.xsl"/><xsl:include href="parts/names.xsl"/>',
        HEAD.replace(' expand-text="yes"', ' default-mode="html"'),
    )
    stylesheet(
        tmp_path / "parts" / "names.xsl",
        '<xsl:template match="persName" mode="html"><b class="имя"><xsl:apply-templates '
        'mode="#current"/></b></xsl:template>',
    )
    answer = run("render", DIARY, "--stylesheet", own, "-o", tmp_path / "page.html")
    assert (answer.exit_code, answer.output) == (0, "")
    ours = run("render", DIARY, "--to", "html", "-o", tmp_path / "ours" / "page.html")
    assert ours.exit_code == 0
    page = (tmp_path / "page.html").read_text("utf-8")
    assert page.count('<b class="имя">')
    assert len(page) > 0.9 * len((tmp_path / "ours" / "page.html").read_text("utf-8"))
    assets = {name for name in files(tmp_path / "ours") if name.startswith("assets/")}
    assert assets <= set(files(tmp_path))


def test_an_element_that_only_ours_do_not_know_is_named(tmp_path: Path) -> None:
    own = stylesheet(
        tmp_path / "own.xsl",
        '<xsl:include href="converter:text/all.xsl"/>',
        HEAD.replace(' expand-text="yes"', ' default-mode="blocks"'),
    )
    answer = run("render", TEI / "from-elsewhere.xml", "--stylesheet", own)
    assert "from-elsewhere.xml:19: warning: no stylesheet has a form for the element" in (
        answer.stderr
    )
    assert "[element-marked]" in answer.stderr
    assert answer.exit_code == 1
    assert "with a seal upon it" in answer.stdout


@pytest.mark.parametrize(
    ("output", "ending"),
    [
        ("", "html"),
        ('<xsl:output method="html"/>', "html"),
        ('<xsl:output name="other" method="json"/><xsl:output method="text"/>', "txt"),
        ('<xsl:output method="xml" encoding="iso-8859-1"/>', "xml"),
        ('<xsl:output method="json"/>', "json"),
    ],
)
def test_the_ending_of_what_is_made_is_that_of_its_output(
    two_letters: Path, tmp_path: Path, output: str, ending: str
) -> None:
    said = "<xsl:template match='/' expand-text='no'><xsl:sequence select=\"'Пристань'\"/>"
    own = stylesheet(tmp_path / "own.xsl", f"{output}{said}</xsl:template>")
    answer = run("render", two_letters, "--stylesheet", own, "-o", tmp_path / "out")
    assert answer.exit_code == 0
    made = files(tmp_path / "out")
    assert [*made] == [f"a.{ending}", f"b.{ending}"]
    assert "Пристань" in made[f"a.{ending}"].decode("utf-8")


def test_a_mistake_is_told_with_the_users_own_file_and_line(tmp_path: Path) -> None:
    own = stylesheet(tmp_path / "own.xsl", '<xsl:include href="part.xsl"/>')
    stylesheet(tmp_path / "part.xsl", '<xsl:variable name="a"\n\n\n/><xsl:tmplate/>')
    answer = run("render", LETTER, "--stylesheet", own)
    assert answer.stderr.startswith(f"{tmp_path}/part.xsl:7: error: the stylesheet has a mistake: ")
    assert "on line 7 of part.xsl" in answer.stderr
    assert "[stylesheet-broken]" in answer.stderr
    assert "data:" not in answer.stderr
    assert answer.exit_code == 2


def test_a_stylesheet_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    answer = run("render", LETTER, "--stylesheet", tmp_path / "no.xsl")
    assert "no.xsl: error: the stylesheet cannot be read: No such file" in answer.stderr
    assert "[stylesheet-not-readable]" in answer.stderr


def test_where_it_fails_is_said_and_the_next_file_is_rendered(
    two_letters: Path, tmp_path: Path
) -> None:
    text = (two_letters / "a.xml").read_text("utf-8").replace("<title>", "<title>Ahem: ", 1)
    (two_letters / "a.xml").write_text(text.replace('type="main">', 'type="main">Ahem: '), "utf-8")
    failing = "<xsl:if test=\"contains(/, 'Ahem: ')\">\n{xs:integer('nine')}</xsl:if>"
    own = stylesheet(
        tmp_path / "own.xsl",
        f"<xsl:template match='/' xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
        f"<out>{failing}</out></xsl:template>",
    )
    answer = run("render", two_letters, "--stylesheet", own, "-o", tmp_path / "out")
    assert "a.xml: error: the stylesheet 'own.xsl' cannot render this file: own.xsl, line" in (
        answer.stderr
    )
    assert "[stylesheet-failed]" in answer.stderr
    assert [*files(tmp_path / "out")] == ["b.html"]
    assert answer.exit_code == 1


def test_what_it_says_is_passed_on_and_not_all_of_it(tmp_path: Path) -> None:
    says = "<xsl:for-each select='1 to 150'><xsl:message>bell {.}</xsl:message></xsl:for-each>"
    own = stylesheet(tmp_path / "own.xsl", f"<xsl:template match='/'>{says}<a/></xsl:template>")
    answer = run("render", LETTER, "--stylesheet", own)
    assert answer.stderr.count("notice: the stylesheet says: bell") == 100
    assert "the stylesheet says: and 50 messages more [stylesheet-says]" in answer.stderr
    assert answer.exit_code == 0


def test_one_process_serves_the_batch_and_a_new_one_the_file_after_a_stop(
    two_letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    begin = Running.__init__

    def counted(self: Running, seconds: int) -> None:
        started.append(seconds)
        begin(self, seconds)

    monkeypatch.setattr(Running, "__init__", counted)
    own = stylesheet(tmp_path / "own.xsl", TITLE)
    assert run("render", two_letters, "--stylesheet", own, "-o", tmp_path / "x").exit_code == 0
    assert started == [120]
    marked = (two_letters / "a.xml").read_text("utf-8").replace("<text ", "<text n='again' ", 1)
    (two_letters / "a.xml").write_text(marked, "utf-8")
    forever = (
        "<xsl:template match='/'><out><xsl:if test=\"//text/@n = 'again'\">"
        "{count(for $a in 1 to 2000000000 return (1 to 2000000000)[. = $a + 7])}"
        "</xsl:if></out></xsl:template>"
    )
    own = stylesheet(tmp_path / "own.xsl", forever)
    call = ("render", two_letters, "--stylesheet", own, "-o", tmp_path / "y", "--time-limit", 1)
    answer = run(*call)
    assert answer.stderr.count("error:") == 1
    assert "a.xml: error: the stylesheet 'own.xsl' took more than 1 second" in answer.stderr
    assert "[confined-too-long]" in answer.stderr
    assert [*files(tmp_path / "y")] == ["b.html"]
    assert started == [120, 1, 1]


def test_either_a_form_or_a_stylesheet_is_asked_for(tmp_path: Path) -> None:
    own = stylesheet(tmp_path / "own.xsl", TITLE)
    for call in ([], ["--to", "html", "--stylesheet", own]):
        answer = run("render", LETTER, *call)
        assert answer.exit_code == 2
        assert "give one of --to html, --to text, --to words and --stylesheet FILE" in answer.stderr


def test_a_stylesheet_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.confined.enclosing.MOST_FILES", 2)
    own = stylesheet(tmp_path / "own.xsl", '<xsl:include href="b.xsl"/><xsl:include href="c.xsl"/>')
    stylesheet(tmp_path / "b.xsl", "")
    stylesheet(tmp_path / "c.xsl", "")
    with pytest.raises(Refused) as refused:
        enclose(own)
    assert refused.value.problem.code == "confined-too-large"


def test_modules_that_grow_in_each_other_are_refused(tmp_path: Path) -> None:
    for number in range(12):
        inner = f'<xsl:import href="m{number + 1}.xsl"/>' * 4
        stylesheet(tmp_path / f"m{number}.xsl", inner)
    stylesheet(tmp_path / "m12.xsl", "")
    with pytest.raises(Refused) as refused:
        enclose(tmp_path / "m0.xsl")
    assert refused.value.problem.code == "confined-too-large"


def test_modules_a_hundred_deep_are_refused(tmp_path: Path) -> None:
    for number in range(100):
        stylesheet(tmp_path / f"m{number}.xsl", f'<xsl:include href="m{number + 1}.xsl"/>')
    with pytest.raises(Refused) as refused:
        enclose(tmp_path / "m0.xsl")
    assert refused.value.problem.code == "stylesheet-in-circle"


# ---------------------------------------------------------------- schemas

GRAMMAR = '<grammar xmlns="http://relaxng.org/ns/structure/1.0">{}</grammar>'
START = '<start><element name="letter"><ref name="inside"/></element></start>'
INSIDE = GRAMMAR.format('<define name="inside"><text/></define>')


def test_a_schema_may_include_what_lies_below_its_folder(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "inside.rng").write_text(INSIDE, "utf-8")
    schema = tmp_path / "a.rng"
    schema.write_text(GRAMMAR.format(START + '<include href="parts/inside.rng"/>'), "utf-8")
    (tmp_path / "d.xml").write_text("<letter>by the noon boat</letter>", "utf-8")
    (tmp_path / "e.xml").write_text("<letter>\n<p/></letter>", "utf-8")
    answer = run("validate", tmp_path / "d.xml", tmp_path / "e.xml", "--schema", schema)
    assert answer.stdout.count("error:") == 1
    assert f"{tmp_path}/e.xml:2: error: <p> of no namespace" in answer.stdout
    assert answer.exit_code == 1


def test_a_mistake_in_a_schema_is_told_with_the_users_own_path(tmp_path: Path) -> None:
    schema = tmp_path / "a.xsd"
    schema.write_text(
        '<schema xmlns="http://www.w3.org/2001/XMLSchema"><include schemaLocation="b.xsd"/>'
        "</schema>",
        "utf-8",
    )
    (tmp_path / "b.xsd").write_text(
        '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="a" type="b"/></schema>',
        "utf-8",
    )
    answer = run("validate", LETTER, "--schema", schema)
    assert answer.stderr.startswith(f"{schema}: error: the schema has a mistake: ")
    assert "/converter-" not in answer.stderr
    assert answer.exit_code == 2


def test_schemas_of_several_kinds_judge_together(tmp_path: Path) -> None:
    schemas = Path(__file__).resolve().parent.parent / "schemas"
    named = [part for end in ("rng", "sch") for part in ("--schema", schemas / f"edition.{end}")]
    answer = run("validate", LETTER, *named)
    assert (answer.exit_code, answer.stdout) == (0, "")


# ---------------------------------------------------------------- the process


def test_a_frame_comes_through_as_it_was_sent() -> None:
    pipe = io.BytesIO()
    send(pipe, {"a": "é"}, b"\0\1")
    pipe.seek(0)
    assert receive(pipe) == ({"a": "é"}, b"\0\1")
    assert receive(pipe) is None


@pytest.mark.parametrize(
    "said",
    [
        b"hello",
        b"\xff" * 16,
        (4).to_bytes(8, "big") + bytes(8) + b"[1]",
        (4).to_bytes(8, "big") + bytes(8) + b"[12]",
        (4).to_bytes(8, "big") + bytes(8) + b"none",
        (2).to_bytes(8, "big") + (9).to_bytes(8, "big") + b"{}short",
    ],
)
def test_what_is_no_frame_is_not_taken_for_one(said: bytes) -> None:
    with pytest.raises(Garbled):
        receive(io.BytesIO(said))


@pytest.mark.parametrize(
    ("does", "code"),
    [
        ("import os; os.write(1, b'x' * 99)", "confined-ended"),
        ("import os; os.kill(os.getpid(), 11)", "confined-ended"),
        ("raise MemoryError", "confined-too-much-memory"),
        ("import time; time.sleep(60)", "confined-too-long"),
    ],
)
def test_a_process_that_does_not_answer_is_told_by_its_reason(
    does: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.confined.process.BEGIN", does)
    process = Process("render", ({}, b""), seconds=1)
    with pytest.raises(Halted) as halted:
        process.start()
    assert halted.value.code == code


FORGED = (
    "import sys; from converter.confined.frames import *; out = sys.stdout.buffer\n"
    "while receive(sys.stdin.buffer): send(out, {'failed': '', 'problems': [{'code': 'x'}]}, b'')"
)


@pytest.mark.parametrize(
    "call", [("validate", "--schema"), ("render", "--stylesheet")], ids=" ".join
)
def test_an_answer_that_is_none_is_not_believed(
    call: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = f"import sys; sys.path[:] = sys.argv[1:]\n{FORGED}"
    monkeypatch.setattr("converter.confined.process.BEGIN", forged)
    own = stylesheet(tmp_path / "own.xsl", TITLE)
    if call[0] == "validate":
        own.write_text(GRAMMAR.format(START), "utf-8")
    answer = run(call[0], LETTER, call[1], own)
    assert answer.output.count("[confined-ended]") == 1
    assert answer.exit_code == 2


def test_a_stylesheet_that_breaks_its_process_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.confined.process.BEGIN", "import os; os.abort()")
    own = stylesheet(tmp_path / "own.xsl", TITLE)
    answer = run("render", LETTER, "--stylesheet", own)
    assert f"{own}: error: the stylesheet 'own.xsl' broke the process" in answer.stderr
    assert "[confined-ended]" in answer.stderr
    assert answer.exit_code == 2


# ---------------------------------------------------------------- the locks alone

# What a hostile library could do, were Saxon's own locks open; the rest is kept by the system.
ATTEMPTS = """
import os, socket, sys
from pathlib import Path
from converter.confined.locks import lock
folder, port = Path(sys.argv[1]), int(sys.argv[2])
lock([folder / "work"], 1 << 30)
print((folder / "work" / "small.txt").read_text())
for attempt in (
    lambda: print((folder / "secret" / "canary.txt").read_text()),
    lambda: print(os.listdir(folder / "secret")),
    lambda: (folder / "work" / "written.txt").write_text("x"),
    lambda: os.mkdir(folder / "work" / "made"),
    lambda: os.remove(folder / "work" / "small.txt"),
    lambda: os.rename(folder / "work" / "small.txt", folder / "secret" / "small.txt"),
    lambda: socket.create_connection(("127.0.0.1", port), timeout=2),
    lambda: os.execv("/bin/sh", ["sh", "-c", "echo it ran"]),
    lambda: bytearray(2 << 30),
):
    try:
        attempt()
    except (OSError, MemoryError):
        print("kept")
"""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[World]:
    (tmp_path / "world").mkdir()
    with world(tmp_path / "world") as made:
        (made.work / "small.txt").write_text("readable", "utf-8")
        yield made


def can_be_shut_out() -> bool:
    """Asked of a process of its own: the answer holds for good."""
    asked = [sys.executable, "-c", "from converter.confined.landlock import *; print(shut_out())"]
    cwd = Path(__file__).resolve().parent.parent
    return "True" in subprocess.run(asked, capture_output=True, text=True, cwd=cwd).stdout


def test_the_locks_hold_without_saxons(here: World) -> None:
    if not can_be_shut_out():
        pytest.skip(f"the system has no Landlock, for which {shut_out.__module__} asks")
    before = here.files()
    project = Path(__file__).resolve().parent.parent
    tried = subprocess.run(
        [sys.executable, "-c", ATTEMPTS, here.top, str(here.port)],
        capture_output=True,
        text=True,
        cwd=project,
    )
    assert tried.stdout.split() == ["readable", *["kept"] * 9], tried.stderr
    assert here.harm(before, tried.stdout + tried.stderr) == set()
    assert SECRET not in tried.stdout


def test_the_process_is_given_nothing_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CANARY", SECRET)
    tells = "import os, sys; print(sorted(os.environ), file=sys.stderr)"
    monkeypatch.setattr("converter.confined.process.BEGIN", tells)
    with pytest.raises(Halted) as halted:
        Process("render", ({}, b"")).start()
    assert "CANARY" not in halted.value.said
    assert "PATH" not in halted.value.said
    assert halted.value.said.startswith("[")
