"""Leaves entries out of the contents of the documentation whose page is not there."""

from pathlib import Path
from typing import Any


def on_config(config: Any) -> Any:
    """Called by MkDocs when it has read mkdocs.yml."""
    config["nav"] = present(config["nav"], Path(config["docs_dir"]))
    return config


def present(nav: list[Any], folder: Path) -> list[Any]:
    """The entries whose files exist, and the groups that still hold one."""
    kept: list[Any] = []
    for entry in nav:
        ((title, value),) = entry.items()
        if isinstance(value, list):
            inner = present(value, folder)
            kept += [{title: inner}] if inner else []
        elif (folder / value).is_file():
            kept.append(entry)
    return kept
