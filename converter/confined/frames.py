"""What is said through the pipes: a header in JSON and the bytes that belong to it."""

import json
from typing import IO, Any

LONGEST_HEADER = 1 << 26
LONGEST_PAYLOAD = 1 << 28
SAID_ALL = b"\0"  # ends what belongs to an answer on standard error; XML knows no such character
Frame = tuple[dict[str, Any], bytes]


class Garbled(Exception):
    """What came through the pipe is no frame, or the pipe ended within one."""


def send(pipe: IO[bytes], header: dict[str, Any], payload: bytes = b"") -> None:
    """One frame: the lengths of header and payload, eight bytes each, and both."""
    said = json.dumps(header).encode()
    pipe.write(len(said).to_bytes(8, "big") + len(payload).to_bytes(8, "big") + said)
    pipe.write(payload)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Frame | None:
    """The next frame; nothing where the pipe ended before it."""
    lengths = pipe.read(16)
    if not lengths:
        return None
    header, payload = int.from_bytes(lengths[:8], "big"), int.from_bytes(lengths[8:], "big")
    if len(lengths) < 16 or header > LONGEST_HEADER or payload > LONGEST_PAYLOAD:
        raise Garbled
    said, rest = pipe.read(header), pipe.read(payload)
    if len(said) < header or len(rest) < payload:
        raise Garbled
    try:
        facts = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise Garbled from error
    if not isinstance(facts, dict):
        raise Garbled
    return facts, rest
