"""Flow: the inlines of one paragraph, rejoined over the page marks and notes that cut its lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from converter.languages import WORD, Language
from converter.model import Inline, Inlines, Note, PageBreak, Text

CLINGS = tuple(",.;:!?)»”]…")  # a mark that stands without a space behind what a note interrupted
CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\Z")
LETTERS = re.compile(r"\w*")
POSSESSIVE = re.compile(r"[’']s?(?!\w)")  # ends the name that a note interrupted
LAYOUT = " \t"  # what may be taken off the ends of a line; a no-break space is text


@dataclass(slots=True)
class Flow:
    """A paragraph while its lines come in; ``confidence`` is that of its least certain line."""

    confidence: float = 1.0
    line: int = 0
    inlines: list[Inline] = field(default_factory=list)
    marks: list[PageBreak] = field(default_factory=list)  # met, but not yet known to lie inside
    kept_hyphens: list[str] = field(default_factory=list)

    def add_text(self, text: str, known: "Lexicon") -> None:
        """The next line of running text, behind the page marks met since."""
        text = text.strip(LAYOUT)
        if self.inlines and text:
            space = self.join(text, known)
            if self.marks and space and isinstance(self.inlines[-1], Text):
                self.inlines[-1] = Text(self.inlines[-1].text + space)
                space = ""
            elif self.marks and space:
                self.inlines.append(Text(space))
                space = ""
            text = space + text
        self.place_marks()
        if text:
            self.inlines.append(Text(text))

    def add_note(self, note: Note) -> None:
        self.place_marks()
        self.inlines.append(note)

    def place_marks(self) -> None:
        self.inlines += self.marks
        self.marks = []

    def join(self, text: str, known: "Lexicon") -> str:
        """What stands between the text so far and the next: a space or, in a cut word, nothing."""
        last = self.inlines[-1]
        if text.startswith(CLINGS) or POSSESSIVE.match(text):
            return ""
        if isinstance(last, Note) and not self.marks:
            return "" if known.cut_by_a_note(self.before_notes(), text) else " "
        if not self.marks or not isinstance(last, Text) or not CUT.search(last.text):
            return " "
        first = WORD.match(text)
        if first is None or first.group() in known.tongue.stop_words:
            return " "
        stump = WORD.findall(last.text)[-1:] or [""]
        if first.group()[0].islower() and known.surely_one(stump[0], first.group()):
            self.inlines[-1] = Text(last.text[:-1])
            self.marks[0] = replace(self.marks[0], joins=True)  # the hyphen stood before it
        elif first.group()[0].islower():
            self.kept_hyphens.append(f"{stump[0]}-{first.group()}")
        return ""

    def before_notes(self) -> str:
        """The text that the notes met last hang on."""
        carriers = (inline for inline in reversed(self.inlines) if not isinstance(inline, Note))
        carrier = next(carriers, None)
        return carrier.text if isinstance(carrier, Text) else ""

    def done(self) -> Inlines:
        return tuple(self.inlines)


def last_letters(text: str) -> str:
    """The letters and figures with which a text ends; read backwards, which needs no search."""
    found = LETTERS.match(text[::-1])
    return found.group()[::-1] if found else ""


def folded(text: str) -> str:
    """The text in small letters; a sigma is small in one way at the end of a word."""
    return text.lower().replace("ς", "σ")


@dataclass(frozen=True)
class Lexicon:
    """The words of a section, by which a hyphen at the foot of a page is known as the printer's."""

    tongue: Language
    texts: tuple[str, ...]

    @classmethod
    def of(cls, texts: Sequence[str], tongue: Language) -> "Lexicon":
        return cls(tongue, tuple(texts))

    @cached_property  # few pages cut a word in two
    def printed(self) -> Counter[str]:
        return Counter(chain.from_iterable(map(WORD.findall, self.texts)))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(map(str.lower, self.printed))

    @cached_property
    def letters(self) -> str:
        return folded("\n".join(self.texts))

    def may_have(self, word: str) -> bool:
        """The letters of the word stand somewhere, which is sooner seen than that it does."""
        return folded(word) in self.letters

    def cut_by_a_note(self, before: str, after: str) -> bool:
        """A note hangs inside a word: behind its hyphen, or between parts that are no words here.

        Such parts stand nowhere else in the section, but the whole word does.
        """
        first = WORD.match(after)
        rest = first.group() if first else ""
        if not rest[:1].islower() or rest in self.tongue.stop_words:
            return False
        if CUT.search(before):
            return True
        stump = last_letters(before)
        return (
            stump != ""
            and self.may_have(stump + rest)
            and (stump + rest).lower() in self.words
            and self.printed[stump] == self.printed[rest] == 1
        )

    def surely_one(self, stump: str, rest: str) -> bool:
        """The two parts stand elsewhere as one word, and nowhere with a hyphen."""
        return (stump + rest).lower() in self.words and f"{stump}-{rest}".lower() not in self.words
