"""Pagefind, the program that makes the index of the search: where it is, and which one."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def pagefind() -> Path | None:
    """Its file; nothing where it is not installed."""
    try:
        from pagefind_bin import get_executable
    except ImportError:
        return None
    try:
        return Path(get_executable())
    except FileNotFoundError:
        return None


def indexer() -> str:
    """Its version, which an index depends on; empty where it is not known."""
    try:
        return version("pagefind-bin")
    except PackageNotFoundError:
        return ""
