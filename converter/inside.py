"""Names inside: what a manifest may call a file, which lies in its folder and nowhere else."""

import re

# A root, a drive, a way upwards, and what no name of a file can have in it.
OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\0\ud800-\udfff]")
PLAIN = re.compile(r"[a-z0-9][a-z0-9/._-]*")


def inside(name: str) -> str:
    """A name from a manifest; ValueError where it is none of a file in the folder."""
    # Nearly all names are plain, and that is seen sooner.
    if (".." in name or not PLAIN.fullmatch(name)) and OUTSIDE.search(name):
        raise ValueError(f"'{name}' lies outside the folder")
    return name


def is_inside(name: str) -> bool:
    try:
        return bool(inside(name))
    except ValueError:
        return False
