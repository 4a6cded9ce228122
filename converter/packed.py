"""Packed values: kept as bytes, in a fraction of their room, until they are asked for.

Only what a process of ours has packed is read.
"""

import pickle
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Packed(Generic[Value]):
    """A value that can be pickled, as bytes."""

    data: bytes

    @classmethod
    def of(cls, value: Value) -> "Packed[Value]":
        return cls(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def read(self) -> Value:
        """The value, made anew each time."""
        found: Value = pickle.loads(self.data)
        return found
