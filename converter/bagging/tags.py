"""Tag files of a bag: its manifests and what they say of it (RFC 8493, 2.1 to 2.2)."""

from collections.abc import Iterable, Mapping

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHMS = ("sha256", "sha512")
Field = tuple[str, str]


def encoded(name: str) -> str:
    """A name as manifests write it: the line ends and the per cent sign in figures, and only these.

    >>> encoded("data/50 % of a\\nname, Ж.txt")
    'data/50 %25 of a%0Aname, Ж.txt'
    """
    return name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def manifest(sums: Mapping[str, str]) -> bytes:
    """Names and their checksums, in the order of the names, as ``sha256sum --check`` reads them."""
    return "".join(f"{sums[name]}  {encoded(name)}\n" for name in sorted(sums)).encode()


def bag_info(fields: Iterable[Field]) -> bytes:
    """The lines of bag-info.txt in this order; a value without content is left out."""
    folded = ((label, " ".join(value.split())) for label, value in fields)
    return "".join(f"{label}: {value}\n" for label, value in folded if value).encode()
