"""What came of verifying an edition: how many files and documents are as they should be."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from converter.counting import plural
from converter.problems import Problem


@dataclass(slots=True)
class Verification:
    """Counts, and all there is to say; filled while the files are gone through."""

    written: int = 0  # files as they were written
    edited: int = 0  # TEI files edited by hand
    failed: int = 0  # files that are missing or not as they were written
    not_named: int = 0  # files that the manifest does not name
    documents: int = 0
    agreeing: int = 0  # documents that say throughout what they were made from
    against_pages: bool = False
    problems: list[Problem] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """The same for programs, ready for JSON."""
        return {
            "files": {
                "as_written": self.written,
                "edited": self.edited,
                "failed": self.failed,
                "not_named": self.not_named,
            },
            "documents": {
                "compared": self.documents,
                "agreeing": self.agreeing,
                "against_pages": self.against_pages,
            },
            "problems": [problem.as_data() for problem in self.problems],
        }

    def __str__(self) -> str:
        return f"{', '.join(self.of_files())}; {self.of_documents()}"

    def of_files(self) -> Iterator[str]:
        they = "it was" if self.written == 1 else "they were"
        yield f"{plural(self.written, 'file')} as {they} written"
        if self.edited:
            yield f"{self.edited} edited by hand"
        if self.failed:
            yield f"{self.failed} changed or missing"
        if self.not_named:
            yield f"{self.not_named} not named by the manifest"

    def of_documents(self) -> str:
        number = (
            str(self.documents)
            if self.agreeing == self.documents
            else (f"{self.agreeing} of {self.documents}")
        )
        one = self.documents == 1
        what, says, their = ("document", "says", "its") if one else ("documents", "say", "their")
        if self.against_pages:
            return f"{number} {what} {says} what {their} page{'' if one else 's'} {says}"
        return f"{number} {'text' if one else 'texts'} {says} what {their} TEI says"
