"""What can be wrong with other people's stylesheets and schemas, which run confined."""

from converter.kind import Kind

CONFINED_KINDS: dict[str, Kind] = {
    "stylesheet-not-readable": Kind(
        "error",
        "the stylesheet cannot be read: {reason}",
        "check the path and who may read the file",
    ),
    "stylesheet-broken": Kind(
        "error", "the stylesheet has a mistake: {reason}", "mend the stylesheet"
    ),
    "stylesheet-reaches-out": Kind(
        "error",
        "the stylesheet '{stylesheet}' asks for what it may not have: {reason}",
        "it sees the TEI file and its own modules: no other files, no network, no second output",
    ),
    "stylesheet-in-circle": Kind(
        "error",
        "'{address}' is included again and again, or more than thirty deep",
        "let each module be included in one place",
    ),
    "stylesheet-says": Kind("notice", "the stylesheet says: {message}", ""),
    "confined-leads-out": Kind(
        "error",
        "'{address}' is no file in the folder of the stylesheet or schema",
        "copy what it needs into its folder; a stylesheet names ours as converter:html/all.xsl",
    ),
    "confined-forbidden": Kind(
        "error",
        "{what} is not taken in a stylesheet or schema that runs here",
        "name files by include or import with a plain address, relative to the file",
    ),
    "confined-too-large": Kind(
        "error",
        "with all that it includes it is more than {files} files or {megabytes} MB",
        "include only what is needed",
    ),
    "confined-too-long": Kind(
        "error",
        "{named} took more than {time} of computing and was stopped",
        "look for something in it that never ends; --time-limit gives it more seconds",
    ),
    "confined-too-much-memory": Kind(
        "error",
        "{named} asked for more than {gigabytes} GB of memory and was stopped",
        "look for something in it that grows without end",
    ),
    "confined-ended": Kind(
        "error",
        "{named} broke the process that it ran in",
        "leave out what reads files, folders or the network, and what calls itself without end",
    ),
}
