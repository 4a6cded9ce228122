"""Serials: newspapers, journals and collections under one key, whatever form of title is cited."""

from dataclasses import dataclass, field

from converter.authorities import Authorities
from converter.bibliography.cited import Cited
from converter.bibliography.titles import Title, title
from converter.identifiers import slug


@dataclass(frozen=True, slots=True)
class Serials:
    """Titles by what the authority file says of them; else by their words."""

    known: Authorities
    _keys: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def key(self, printed: str) -> str:
        """The id in the authority file, else the significant words of the title before a colon."""
        if printed not in self._keys:
            found = self.known.serial(printed)
            self._keys[printed] = found.id if found else slug(" ".join(title(printed).main))
        return self._keys[printed]

    def same(self, one: Title, other: Title) -> bool:
        return self.key(one.printed) == self.key(other.printed)


def serial_title(cited: Cited) -> str:
    """The title of the serial as printed; empty where none is named."""
    found = cited.title("j", "m") or cited.title("u", "a")
    return found.printed if found else ""
