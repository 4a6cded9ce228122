"""Landlock, by which Linux lets a process shut itself out of files and network, for good."""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every architecture we know
NO_NEW_PRIVILEGES = 38
ASK_VERSION = 1
BENEATH = 1  # the type of a rule for a folder and all below it

READ_FILE, READ_FOLDER = 1 << 2, 1 << 3
# The rights over files that each version of Landlock knows, as so many bits.
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
BIND_AND_CONNECT = 0b11  # over TCP, from version 4
FOREIGN_SOCKETS_AND_SIGNALS = 0b11  # from version 6


class Ruleset(ctypes.Structure):
    """What is handled, and so forbidden unless a rule allows it."""

    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scope", ctypes.c_uint64),
    )


class Beneath(ctypes.Structure):
    """The rights over a folder and all below it, or over one file."""

    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("rights", ctypes.c_uint64), ("folder", ctypes.c_int32))


def shut_out(readable: Iterable[Path] = ()) -> bool:
    """From now on only ``readable`` can be read, and nothing written, run or asked for.

    Holds for this thread and those it starts. Returns whether the system can do that.
    """
    if not sys.platform.startswith("linux"):
        return False
    kernel = ctypes.CDLL(None, use_errno=True)
    version = kernel.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ASK_VERSION)
    if version < 1:
        return False
    handled = Ruleset(
        files=(1 << FILE_RIGHTS.get(version, 16)) - 1,
        network=BIND_AND_CONNECT if version >= 4 else 0,
        scope=FOREIGN_SOCKETS_AND_SIGNALS if version >= 6 else 0,
    )
    size = ctypes.c_size_t(8 if version < 4 else 16 if version < 6 else 24)
    ruleset = kernel.syscall(CREATE_RULESET, ctypes.byref(handled), size, 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            allow(kernel, ruleset, path)
        if kernel.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0):
            return False
        return bool(kernel.syscall(RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def allow(kernel: ctypes.CDLL, ruleset: int, path: Path) -> None:
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rights = READ_FILE | READ_FOLDER if path.is_dir() else READ_FILE
        rule = Beneath(rights=rights, folder=folder)
        if kernel.syscall(ADD_RULE, ruleset, BENEATH, ctypes.byref(rule), 0):
            raise OSError(ctypes.get_errno(), "cannot be allowed", str(path))
    finally:
        os.close(folder)
