"""What can be wrong when a book is made: the kinds of problem of ``converter book``."""

from converter.kind import Kind

BOOK_KINDS: dict[str, Kind] = {
    "book-no-document": Kind(
        "warning",
        "'{name}' is no document: a book is made of TEI files with a text",
        "give documents of the edition, or the folder of a volume",
    ),
    "book-without-date": Kind(
        "notice",
        "the book says that it was last changed on {day}, for want of a date",
        'name the settings with --edition and add date = "…" there, the day of the edition',
    ),
    "book-needs-pandoc": Kind(
        "error",
        "a book for Word is made by pandoc, which is not installed",
        "pip install 'edition-converter[books]'; --to epub needs nothing more",
    ),
    "book-refused": Kind(
        "error",
        "pandoc cannot make a Word document of this book: {reason}",
        "pip install --upgrade pypandoc_binary; make books of single documents to find the one",
    ),
}
