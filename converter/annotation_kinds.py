"""The kinds of problem of readers' annotations, raised by ``converter annotations``."""

from converter.kind import Kind

ANNOTATION_KINDS: dict[str, Kind] = {
    "no-annotation-files": Kind(
        "error",
        "the folder has no files of annotations (.jsonld, .json)",
        "name a file that the page 'Your annotations' of the edition exported",
    ),
    "annotations-unreadable": Kind(
        "error",
        "the file is no JSON: {reason}",
        "export the annotations again from the page 'Your annotations' of the edition",
    ),
    "no-annotations": Kind(
        "error",
        "the file has no Web Annotations: {reason}",
        "give a file that the page 'Your annotations' of the edition exported, or another tool"
        " as W3C Web Annotation JSON-LD",
    ),
    "annotation-unusable": Kind(
        "warning",
        "annotation {number} is left out: {reason}",
        "an annotation is an object of type Annotation with a target that names its source",
    ),
    "annotation-part-left-out": Kind(
        "warning",
        "of annotation {number} a part is left out: {reason}",
        "notes and tags are bodies of type TextualBody; keep the file where other parts matter",
    ),
    "annotation-without-quotation": Kind(
        "warning",
        "annotation {number} has no TextQuoteSelector: its passage cannot be looked for",
        "have the tool that wrote it quote the passage; a position alone is not to be trusted",
    ),
    "annotated-document-missing": Kind(
        "warning",
        "there is no document '{document}' in {folder}",
        "name the folder output/tei of the edition that was annotated",
    ),
    "passage-gone": Kind(
        "warning",
        "the passage '{words}' does not stand in {document} as it was noted",
        "look it up there: the annotation points to the whole document and keeps its quotation",
    ),
    "passage-several-times": Kind(
        "warning",
        "the passage '{words}' stands in {document} more than once, with the same words around it",
        "look it up there: the annotation points to the whole document and keeps its quotation",
    ),
    "passage-changed": Kind(
        "notice",
        "the passage '{words}' has other words in {document} now; found by the words around it",
        "",
    ),
    "passage-without-id": Kind(
        "warning",
        "the passage '{words}' stands in {document} within nothing that has an id",
        "give the paragraph there an xml:id, and call the command again",
    ),
}
