"""decisions.toml written: a decision added at its end or taken out again, nothing else touched."""

import json
import os
from pathlib import Path
from textwrap import wrap

from converter.choices import CHOOSABLE
from converter.decision_toml import blocks_of, spans, text_of
from converter.decisions import Decision
from converter.output import write_whole

EXPLANATION = (
    "What the editor decided about lines of the saved pages in this folder. `converter review` adds"
    " to the end, and decisions can be pasted from report.json. A decision says in which text the"
    " line stands (the sha256 of the text section), how it begins (and, where several lines do,"
    " which: occurrence = 2) and of which kind it is: " + ", ".join(CHOOSABLE) + "."
)


def block(decision: Decision, remark: str = "") -> str:
    """A decision as it stands in the file; ``remark`` is a comment behind its kind."""
    said = [("page", decision.page), ("section", decision.section), ("line", decision.line)]
    lines = ["[[decision]]", *(f"{key} = {quoted(value)}" for key, value in said)]
    if decision.occurrence:
        lines.append(f"occurrence = {decision.occurrence}")
    lines.append(f"kind = {quoted(decision.kind.value)}" + (f"  # {remark}" if remark else ""))
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A basic string of TOML, which is written as JSON's but does not allow a bare DEL."""
    encodable = text.encode("utf-8", "replace").decode()
    return json.dumps(encodable, ensure_ascii=False).replace("\x7f", "\\u007f")


def add(path: Path, decision: Decision) -> None:
    """The decision at the end of the file, which is made where there is none yet."""
    text = text_of(path.read_bytes(), str(path)) if path.exists() else opening()
    ending = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith("\n"):
        text += ending
    write(path, text + ending + block(decision).replace("\n", ending))


def opening() -> str:
    """The comment that explains the file to whoever opens it."""
    return "".join(f"# {line}\n" for line in wrap(EXPLANATION, 94, break_on_hyphens=False))


def remove(path: Path, decision: Decision) -> None:
    """The last block that says this taken out, and the empty line above it; all else stays."""
    text = text_of(path.read_bytes(), str(path))
    lines = text.split("\n")
    blocks = zip(blocks_of(text, str(path)), spans(lines), strict=True)
    alike = [span for entry, span in blocks if entry == decision]
    if not alike:
        return
    start, stop = alike[-1]
    end = max(i for i in range(start, stop) if says_something(lines[i])) + 1
    above = start - 1 if start and not lines[start - 1].strip() else start
    write(path, "\n".join(lines[:above] + lines[end:]))


def says_something(line: str) -> bool:
    """The line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def write(path: Path, text: str) -> None:
    """The file as a whole; where its name is a link, the file behind it."""
    write_whole(Path(os.path.realpath(path)), text.encode())
