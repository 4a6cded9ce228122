"""What a citation can be, and what its parts can name."""

from enum import StrEnum


class CitationKind(StrEnum):
    """What sort of source a citation names."""

    ARCHIVAL = "archival"
    COLLECTION = "documentCollection"
    NEWSPAPER = "newspaper"
    JOURNAL = "journal"
    BOOK = "book"
    CHAPTER = "chapter"
    THESIS = "thesis"
    DEBATES = "debates"
    WEB = "web"
    OTHER = "other"


class FieldKind(StrEnum):
    """What a part of a citation names."""

    AUTHOR = "author"
    EDITOR = "editor"
    ARTICLE = "article"  # the title of a part: an article, a chapter
    PERIODICAL = "periodical"  # the title of a journal or newspaper
    BOOK = "book"  # the title of a volume or of a collection
    UNPUBLISHED = "unpublished"  # the title or description of something unpublished
    REPOSITORY = "repository"
    COLLECTION = "collection"
    SHELFMARK = "shelfmark"
    CLASS = "class"
    PIECE = "piece"
    ITEM = "item"
    FOND = "fond"
    OPIS = "opis"
    DELO = "delo"
    DATE = "date"
    VOLUME = "volume"
    ISSUE = "issue"
    SERIES = "series"
    EXTENT = "extent"  # the pages that an article fills
    PAGE = "page"
    DOCUMENT = "document"
    FOLIO = "folio"
    COLUMN = "column"
    PLACE = "place"
    PUBLISHER = "publisher"
    SAME = "same"  # ibid., op. cit.
    ADDRESS = "address"  # on the web
