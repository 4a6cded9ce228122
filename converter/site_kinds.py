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
    "sitemap-without-date": Kind(
        "notice",
        "the sitemap says of every page that it was last changed on {day}, for want of a date",
        'add date = "…" to edition.toml, the day of the edition',
    ),
}
