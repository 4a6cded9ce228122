"""The kinds of problem of an editor's decisions, and of deciding in a terminal."""

from converter.kind import Kind

FILES = {
    "decisions-unreadable": Kind(
        "error",
        "the decisions cannot be read: {reason}",
        "correct the file, in TOML; every decision begins with [[decision]]",
    ),
    "decision-unknown-key": Kind("error", "a decision has no '{key}'; it is not used", "{meant}"),
    "decision-incomplete": Kind(
        "error", "this decision does not say its '{key}'; it is not used", "add {wanted}"
    ),
    "decision-unknown-kind": Kind(
        "error", "there is no kind of line '{kind}'; the decision is not used", "{meant}"
    ),
    "decision-wrong-value": Kind(
        "error",
        "the '{key}' of this decision cannot be used; the decision is not used",
        "write {wanted}",
    ),
}

MATCHES = {
    "decision-unmatched": Kind(
        "warning",
        "the decision on '{line}' fits no line: {why}",
        "decide the line again with converter review, and remove this decision",
    ),
    "decision-ambiguous": Kind(
        "warning",
        "{count} lines of the text begin with '{line}'; the decision is not used",
        "give more of the line, or say which one: occurrence = 2",
    ),
    "decision-twice": Kind(
        "warning",
        "the decision on '{line}' is made again in line {later}, which holds",
        "remove one of the two",
    ),
    "decision-cannot-stand": Kind(
        "warning",
        "'{line}' cannot be {kind} behind the line before it; the decision is not used",
        "choose another kind with converter review, and remove this decision",
    ),
    "decision-on-a-mark": Kind(
        "warning",
        "'{line}' is a mark of the page ({mark}), which nobody decides",
        "remove this decision",
    ),
}

TERMINALS = {
    "no-terminal": Kind(
        "error",
        "a review asks its questions in a terminal, and this is none",
        "call it without pipes and redirections, or print the questions with --list",
    ),
}

DECISION_KINDS = {**FILES, **MATCHES, **TERMINALS}
