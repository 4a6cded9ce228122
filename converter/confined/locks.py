"""The locks that a confined process puts on itself before it looks at anything of a stranger's."""

import ctypes
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

from converter.confined.landlock import shut_out

OWN_USERS_AND_NETWORK = 0x10000000 | 0x40000000
SIGNAL_AT_PARENTS_DEATH = 1
# Saxon finds its own library by it; the file names addresses in memory, and nothing of the user's.
OWN_MEMORY = Path("/proc/self/maps")


def lock(readable: Iterable[Path], memory: int) -> None:
    """No network, no writing, no file but ``readable``, ``memory`` bytes: as far as the system can.

    To be called before there is a second thread: Saxon starts one with its first processor.
    """
    leave_network()
    end_with_parent()
    limit_memory(memory)
    own = [OWN_MEMORY] if OWN_MEMORY.exists() else []
    shut_out([*own, *readable])


def leave_network() -> None:
    """A network of its own, without a way out, where the system lets anybody have one."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).unshare(OWN_USERS_AND_NETWORK)


def end_with_parent() -> None:
    """Whatever ends the program, its process does not compute on (Linux)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(SIGNAL_AT_PARENTS_DEATH, int(signal.SIGKILL), 0, 0, 0)


def limit_memory(memory: int) -> None:
    """So much memory, no byte in any file, no trace left by a crash."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or memory < most:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def limit_time(seconds: int) -> None:
    """From now on so many seconds of the processor's time; then the system ends the process."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    if most != resource.RLIM_INFINITY:
        soft = min(soft, most)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, most))
