"""The kinds of problem of saved pages, settings and output folders."""

from converter.kind import Kind

REFUSALS = {
    "cannot-read": Kind(
        "error", "the file cannot be read: {reason}", "check the path and who may read the file"
    ),
    "empty-file": Kind("error", "the file is empty", "save the page again"),
    "not-a-saved-page": Kind(
        "error",
        "this is not a saved page of the archive: '{landmark}' is missing, "
        "and so are the text sections",
        "save the whole page of a document in the archive's viewer, as text or as HTML",
    ),
    "saved-in-another-form": Kind(
        "error",
        "this is {form}, not a page saved as HTML or as text",
        "open the page again and save it as 'Webpage, Complete' (Chrome, Edge), "
        "'Web Page, complete' (Firefox) or 'Page Source' (Safari)",
    ),
    "another-text-layout": Kind(
        "error",
        "this is the text format of a browser, which cuts lines, writes {sign} "
        "and so hides where paragraphs and notes begin",
        "save the page as HTML: 'Web Page, complete' (Firefox) or 'Webpage, Complete' "
        "(Chrome, Edge)",
    ),
    "page-cut-off": Kind(
        "error",
        "the page breaks off: it ends on this line, before '{landmark}'",
        "save the page again; a copy that was cut off would lose text",
    ),
    "landmark-missing": Kind(
        "error",
        "the landmark '{landmark}' is missing, so the text cannot be found",
        "save the page with its viewer (Translation, Transcription) and its Document Details",
    ),
    "empty-text": Kind(
        "error",
        "both text sections of the page are empty",
        "open the document in the viewer until its text is shown, then save the page again",
    ),
    "wrong-encoding": Kind(
        "error",
        "byte {byte} at offset {offset} does not belong to a text in {encoding}",
        "if the page was saved in another encoding, name it: --encoding {guess}",
    ),
    "ledger-characters": Kind(
        "error",
        "page and TEI part here and the page is not written: "
        "'{page}' on the page, '{tei}' in the TEI",
        "this is a mistake of the program: please report it with this page",
    ),
    "ledger-space": Kind(
        "error",
        "white space in '{text}' would not arrive in the TEI and the page is not written",
        "this is a mistake of the program: please report it with this page",
    ),
    "ledger-section": Kind(
        "error",
        "a text section of the page would not arrive in the TEI and the page is not written",
        "this is a mistake of the program: please report it with this page",
    ),
    "encoding-not-valid": Kind(
        "error",
        "the TEI made from this page is not valid and is not written: {reason}",
        "this is a mistake of the program: please report it with this page",
    ),
}

DOUBTS = {
    "forbidden-character": Kind(
        "warning",
        "the character {code} is not allowed in XML; a stand-in (U+FFFD) takes its place",
        "look up in the archive what stands here, and correct the TEI",
    ),
    "language-unsure": Kind(
        "warning",
        "the language of the {section} is not certain ({language})",
        'name it in edition.toml: language = "en"',
    ),
    "lines-cut": Kind(
        "warning",
        "no line of the {section} is longer than {width} characters, and most end in mid-sentence",
        "if a browser or an editor has cut the lines, save the page again, as HTML",
    ),
    "details-disagree": Kind(
        "warning",
        "above its text the page has '{shown}', its details have '{said}' ({label})",
        "the details are used; look up in the archive which is right, and correct the TEI",
    ),
    "landmark-repeated": Kind(
        "warning",
        "'{landmark}' stands here once more, inside the text: it and what follows are kept as text",
        "if two documents were saved in one file, save each in a file of its own",
    ),
    "detail-unknown": Kind(
        "notice",
        "the details have a label that is not known: '{label}'",
        "what stands there is not in the TEI; add it by hand if it matters",
    ),
    "date-unreadable": Kind(
        "warning",
        "the date '{date}' is not understood as a whole; the document counts as {known}",
        "correct creation/date in the TEI",
    ),
    "date-disagrees": Kind(
        "warning",
        "the head is dated {printed}, the details say {date}",
        "both are kept; check which one dates the document",
    ),
    "bracket-unclosed": Kind(
        "warning",
        "this square bracket does not close at the end of a line, so what it opens stays text",
        "look whether this is the editor's commentary, and correct the TEI",
    ),
    "hyphen-kept": Kind(
        "notice",
        "the page break cuts '{word}'; its hyphen is kept, "
        "because the whole word stands nowhere else",
        'join the word in the TEI if the hyphen is the printer\'s (pb break="no")',
    ),
    "page-marks-miscounted": Kind(
        "warning",
        "page marks in the {section}: {found}, by the viewer's count: {counted}",
        "check whether the page was saved whole",
    ),
    "page-number-jumps": Kind(
        "warning",
        "the page number goes from {before} to {after}",
        "check whether a page is missing, or a number misprinted",
    ),
    "encoding-doubtful": Kind("warning", "{reason}", "look at this place in the TEI"),
}

SETTINGS = {
    "settings-unreadable": Kind(
        "error", "the settings cannot be read: {reason}", "correct the line, in TOML"
    ),
    "settings-unknown-key": Kind("error", "there is no setting '{key}'", "{meant}"),
    "settings-wrong-value": Kind(
        "error", "the value of the setting '{key}' cannot be used", "write {wanted}"
    ),
    "licence-without-publisher": Kind(
        "error", "a licence is set, but no publisher who gives it", 'add publisher = "…"'
    ),
}

FOLDERS = {
    "no-pages": Kind(
        "error",
        "there is no saved page here (.txt, .html or .htm)",
        "name the folder that holds the pages, or the pages themselves",
    ),
    "no-tei": Kind(
        "error",
        "there is no TEI file here (.xml)",
        "name the folder that holds the TEI, or the files",
    ),
    "one-page-only": Kind(
        "error", "this is a folder; one page is wanted here", "name a page in it"
    ),
    "same-output": Kind(
        "error",
        "two pages would both become {output}; the other one is {other}",
        "rename one of them",
    ),
    "same-text": Kind(
        "notice", "the same text as in {other}; it is taken once", "remove one of the two pages"
    ),
    "same-identifier": Kind(
        "notice",
        "other documents of the volume have this date and title too; "
        "the id is told apart by the text: {identifier}",
        "",
    ),
    "hand-edited": Kind(
        "notice",
        "the file was changed since the program wrote it; it is kept, "
        "and where it is the TEI of a document, the edition is built from it",
        "to have the program's own encoding again, use --overwrite",
    ),
    "not-ours": Kind(
        "warning",
        "the file stands where the program would write, but is not the program's; it is kept",
        "move it, or use --overwrite",
    ),
    "already-there": Kind(
        "error",
        "there is another file of this name; it is kept",
        "name another one with -o, or use --overwrite",
    ),
    "left-behind": Kind(
        "warning",
        "the page of this file is gone, but the file was changed by hand; it is kept",
        "remove it if it is no longer wanted",
    ),
    "inside-sources": Kind(
        "error",
        "the output folder lies among the pages and would be read as a source",
        "name another folder with -o",
    ),
    "cannot-write": Kind(
        "error", "the file cannot be written: {reason}", "check the folder and its free space"
    ),
    "manifest-unreadable": Kind(
        "error",
        "the manifest of the last build cannot be read: {reason}",
        "restore it, or build into an empty folder",
    ),
}

PAGE_KINDS = {**REFUSALS, **DOUBTS, **SETTINGS, **FOLDERS}
