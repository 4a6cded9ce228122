"""What can be wrong with the site: its colours, images and addresses, as its settings name them."""

from converter.kind import Kind

SITE_KINDS: dict[str, Kind] = {
    "colours-too-faint": Kind(
        "error",
        "in {scheme} colours, '{colour}' on '{ground}' has a contrast of {contrast} to 1",
        "choose colours of at least 4.5 to 1 (WCAG 2.2, level AA), or leave them out",
    ),
    "facsimile-missing": Kind(
        "warning",
        "{number} of this document's pages have no image; the first is '{file}'",
        "put the images where the setting 'facsimile' names them; the pages stand without them",
    ),
    "address-without-licence": Kind(
        "warning",
        "the address {address} is not used, because the edition has no licence: no page, header, "
        "citation or sitemap names it",
        "settle first what may be published and by whom; then name publisher and licence in "
        "edition.toml",
    ),
    "correspondence-not-ready": Kind(
        "notice",
        "the list of letters cannot be taken up by correspSearch yet: it needs {lacking}",
        "docs/correspondence.md says what it is for; without it the letters are listed all the "
        "same, for you alone",
    ),
    "sitemap-without-date": Kind(
        "notice",
        "the sitemap says of every page that it was last changed on {day}, for want of a date",
        'add date = "…" to edition.toml, the day of the edition',
    ),
}
