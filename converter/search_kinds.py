"""What can be wrong when a site is made searchable, or served: kinds of problems."""

from converter.kind import Kind

SEARCH_KINDS: dict[str, Kind] = {
    "search-not-built": Kind(
        "notice",
        "the site has no search, because Pagefind is not installed",
        "pip install 'edition-converter[search]' and build again; all other pages are there",
    ),
    "search-failed": Kind(
        "warning",
        "the site has no search: Pagefind could not make its index: {reason}",
        "pip install --force-reinstall pagefind-bin and build again; all other pages are there",
    ),
    "nothing-to-serve": Kind(
        "error",
        "the folder has no index.html, and no folder html with one",
        "name the folder of an edition: converter build PAGES -o output, converter serve output",
    ),
    "port-in-use": Kind(
        "error",
        "port {port} is taken by another program",
        "take any that is free: converter serve --port 0",
    ),
    "port-refused": Kind(
        "error",
        "port {port} cannot be used: {reason}",
        "take any that is free: converter serve --port 0",
    ),
}
