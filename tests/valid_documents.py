"""A small invented document that breaks no rule, from which wrong ones are made."""

from pathlib import Path

GOOD = (Path(__file__).parent / "valid_document.xml").read_text("utf-8")


def changed(right: str, wrong: str) -> str:
    """The document with one thing in it made wrong."""
    assert GOOD.count(right) == 1, f"{right!r} stands {GOOD.count(right)} times in the document"
    return GOOD.replace(right, wrong)
