"""The kinds of problem of ``converter bag``: an edition put into a bag for an archive."""

from converter.kind import Kind

BAG_KINDS: dict[str, Kind] = {
    "edition-not-as-written": Kind(
        "error",
        "the edition is not as it was written, or not of these pages: {problems}, named above",
        "mend or build it, or use --anyway: then the bag itself says that it was so",
    ),
    "bag-there": Kind(
        "error",
        "something is there already; a bag is never replaced",
        "name another file or folder with -o, or move this one away",
    ),
    "bag-inside": Kind(
        "error",
        "the bag would lie inside '{folder}', which goes into it",
        "name a place outside with -o",
    ),
    "bag-without-pages": Kind(
        "warning",
        "no pages were named: the bag has the edition, and not what it was made from",
        "name the pages and folders that the build was given, after the edition",
    ),
    "bag-without-date": Kind(
        "notice",
        "the bag says that it was made on {day}, for want of a date",
        'add date = "…" to edition.toml, the day of the edition',
    ),
    "bag-name-changed": Kind(
        "notice",
        "in the bag this file is called '{stored}': not every reader of bags knows such a name",
        "",
    ),
}
