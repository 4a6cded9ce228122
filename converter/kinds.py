"""The table of all problems: code, severity, what is said, what to do. Call sites give facts."""

from converter.annotation_kinds import ANNOTATION_KINDS
from converter.api_kinds import API_KINDS
from converter.authority_kinds import AUTHORITY_KINDS
from converter.bag_kinds import BAG_KINDS
from converter.book_kinds import BOOK_KINDS
from converter.build_kinds import BUILD_KINDS
from converter.citation_kinds import CITATION_KINDS
from converter.cite_kinds import CITE_KINDS
from converter.confined_kinds import CONFINED_KINDS
from converter.decision_kinds import DECISION_KINDS
from converter.kind import Kind
from converter.page_kinds import PAGE_KINDS
from converter.person_kinds import PERSON_KINDS
from converter.render_kinds import RENDER_KINDS
from converter.search_kinds import SEARCH_KINDS
from converter.site_kinds import SITE_KINDS
from converter.validation_kinds import VALIDATION_KINDS
from converter.verification_kinds import VERIFICATION_KINDS
from converter.weight_kinds import WEIGHT_KINDS

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    **PAGE_KINDS,
    **BUILD_KINDS,
    **DECISION_KINDS,
    **VALIDATION_KINDS,
    **RENDER_KINDS,
    **CONFINED_KINDS,
    **WEIGHT_KINDS,
    **AUTHORITY_KINDS,
    **CITATION_KINDS,
    **CITE_KINDS,
    **BOOK_KINDS,
    **SITE_KINDS,
    **SEARCH_KINDS,
    **ANNOTATION_KINDS,
    **PERSON_KINDS,
    **SEARCH_KINDS,
    **VERIFICATION_KINDS,
    **API_KINDS,
    **BAG_KINDS,
}
