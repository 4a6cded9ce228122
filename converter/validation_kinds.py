"""The kinds of problem that validation reports: about XML files, schemas, what schemas forbid."""

from converter.kind import Kind

# The rules of schemas/edition.sch. Wording and remedy stand there: other tools show them too.
RULES = (
    "identifier-is-unique",
    "resp-has-target",
    "ref-has-target",
    "corresp-has-target",
    "target-exists",
    "who-has-target",
    "other-reference-has-target",
    "resp-is-a-person-or-program",
    "change-is-made-by-someone",
    "name-leads-to-person",
    "paragraph-corresponds-to-other-section",
    "one-main-title",
    "one-volume-title",
    "one-date-title",
    "date-title-is-the-date",
    "letter-has-correspondents",
    "letter-is-sent-once",
    "date-is-one-or-a-period",
    "date-is-period-or-range",
    "date-runs-forward",
    "section-of-each-type-once",
    "commentary-names-its-editor",
    "text-has-no-editor",
    "letter-parts-in-text-only",
    "page-without-number-is-first",
    "page-numbers-rise",
    "page-occurs-once",
    "joined-word-has-no-space",
    "remark-stands-in-line",
    "remark-has-no-number",
    "footnote-does-not-stand-in-line",
    "footnote-not-in-a-note",
    "shelfmark-not-in-a-shelfmark",
    "shelfmark-part-in-a-shelfmark",
)
DOUBTS = (
    "person-is-named-in-text",
    "diary-entry-is-dated",
    "diary-head-is-dated",
    "sections-differ-in-language",
    "language-is-in-header",
    "section-begins-with-a-page",
    "something-is-said",
    "transcription-identifier-begins-with-t",
    "range-runs-forward",
    "web-reference-has-address",
    "certainty-is-a-doubt",
)

FILES = {
    "file-not-readable": Kind(
        "error", "the file cannot be read: {reason}", "check the path and who may read the file"
    ),
    "xml-not-well-formed": Kind("error", "{reason}", "{remedy}"),
    "xml-has-doctype": Kind(
        "error",
        "the file declares a document type or entities: '{doctype}'",
        "take the <!DOCTYPE …> away, and write characters instead of entities",
    ),
    "xml-too-large": Kind(
        "error",
        "the file is larger than {megabytes} MB",
        "divide it: a file for each document",
    ),
    "xml-too-deep": Kind(
        "error",
        "elements are nested too deeply to be checked",
        "check whether an end tag is missing again and again",
    ),
}

SCHEMAS = {
    "schema-not-readable": Kind(
        "error", "the schema cannot be read: {reason}", "check the path and who may read the file"
    ),
    "schema-in-compact-syntax": Kind(
        "error",
        "the schema is written in the compact syntax of RELAX NG",
        "convert it first: trang {name} {stem}.rng",
    ),
    "schema-of-unknown-kind": Kind(
        "error",
        "the file is no schema: it begins with {root}",
        "give a RELAX NG (.rng), a W3C XML Schema (.xsd) or an ISO Schematron (.sch)",
    ),
    "schema-in-other-language": Kind(
        "error",
        "the Schematron rules are written for '{binding}', but only 'xslt' (XPath 1.0) runs here",
        "check the file with this schema in oXygen, or rewrite the rules in XPath 1.0",
    ),
    "schema-broken": Kind("error", "the schema has a mistake: {reason}", "mend the schema"),
}

GRAMMAR = {
    "namespace-missing": Kind(
        "error",
        "{element} is in {namespace}: the schema expects another one",
        'for TEI, write <TEI xmlns="http://www.tei-c.org/ns/1.0">',
    ),
    "root-unexpected": Kind(
        "error",
        "the file begins with {element}, not with {expected}",
        "check whether it is the right file",
    ),
    "element-unknown": Kind(
        "error", "{element} in {parent}{named} is no element of the schema", "{remedy}"
    ),
    "element-not-allowed": Kind("error", "{element} cannot stand in {parent}{named}", "{remedy}"),
    "element-out-of-place": Kind(
        "error", "{element} cannot stand at this place in {parent}{named}", "{remedy}"
    ),
    "element-missing": Kind("error", "{element}{named} is not complete", "{remedy}"),
    "text-out-of-place": Kind(
        "error",
        "the words '{words}' stand directly in {element}{named}",
        "put them into a paragraph or another element of {element}",
    ),
    "attribute-missing": Kind(
        "error", "{element}{named} has no {attribute}", "add {attribute}{meaning}"
    ),
    "attribute-not-allowed": Kind(
        "error",
        "{element}{named} cannot have {attribute}",
        "take it away; {element} can have: {allowed}",
    ),
    "attribute-has-other-values": Kind(
        "error",
        "'{value}' is no value of {attribute} in {element}{named}",
        "write one of: {allowed}",
    ),
    "attribute-value-malformed": Kind(
        "error", "{attribute} of {element}{named} cannot be '{value}'", "{remedy}"
    ),
    "date-not-in-figures": Kind(
        "error",
        "'{value}' in {attribute} of {element}{named} is no date",
        "write a year, a month or a day that exists: 1938, 1938-05, 1938-05-23",
    ),
    "attributes-wrong": Kind(
        "error",
        "an attribute of {element}{named} is missing or has a wrong value",
        "compare its attributes with the schema: {present}",
    ),
    "attribute-wrong": Kind(
        "error",
        "{element}{named} cannot have {attribute} with the value '{value}'",
        "take it away, or correct its value",
    ),
    "identifier-twice": Kind(
        "error",
        "the identifier '{value}' is used twice",
        "give one of the two elements another one",
    ),
    "and-more": Kind(
        "error",
        "more than {most} places do not fit the schema; the others are not told",
        "mend these first, and check the file again",
    ),
    "schema-not-met": Kind(
        "error",
        "{element}{named} does not fit the schema: {reason}",
        "compare the element with what the schema says about it",
    ),
}

SCHEMATRON = {
    "rules-not-run": Kind(
        "error",
        "the Schematron stopped before its end: {reason}",
        "rules may not read other files here: run this schema in oXygen, or take the rule out",
    ),
    "rule-broken": Kind("error", "{says}", "{remedy}"),
    "rule-doubts": Kind("warning", "{says}", "{remedy}"),
    **{rule: Kind("error", "{says}", "{remedy}") for rule in RULES},
    **{rule: Kind("warning", "{says}", "{remedy}") for rule in DOUBTS},
}

VALIDATION_KINDS: dict[str, Kind] = {**FILES, **SCHEMAS, **GRAMMAR, **SCHEMATRON}
