"""One build in a process of its own, and what it cost, as a line of JSON.

usage: one_build.py SOURCE OUTPUT [--workers N]
"""

import argparse
import json
import resource
import sys
import time
from pathlib import Path


def main() -> int:
    """Prints CPU and wall seconds and the greatest memory of this process and of a child (MiB)."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--workers", type=int, default=0)
    asked = parser.parse_args()
    from converter.edition import build  # here: else each worker would load what it does not need
    from converter.settings import Settings
    from converter.wishes import Wishes

    began, before = time.perf_counter(), spent()
    report = build([asked.source], asked.output, Settings(), Wishes(workers=asked.workers))
    wall, after = time.perf_counter() - began, spent()
    print(
        json.dumps(
            {
                "documents": report.documents,
                "unchanged": report.unchanged,
                "wall": wall,
                "cpu": after,
                "cpu_of_the_build": after - before,  # without the start of the program
                "memory": peak(resource.RUSAGE_SELF),
                "memory_of_a_child": peak(resource.RUSAGE_CHILDREN),
            }
        )
    )
    return 0


def spent() -> float:
    """CPU seconds of this process and of those that it started and saw end."""
    every = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in every)


def peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
