"""What the user is told of a confined process that was stopped, or ended by itself."""

from converter.confined.process import MEMORY, Halted
from converter.counting import plural
from converter.problems import Place, Problem


def stopped(why: Halted, place: Place, named: str, seconds: int) -> Problem:
    """Whose work it was, and which limit it came to."""
    facts = {"named": named, "time": plural(seconds, "second"), "gigabytes": MEMORY >> 30}
    return Problem(why.code, place, facts=facts)
