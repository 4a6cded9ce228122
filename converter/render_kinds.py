"""What can be wrong when TEI is rendered: the kinds of problems of the pass ``render``."""

from converter.kinds import Kind

RENDER_KINDS: dict[str, Kind] = {
    "element-not-handled": Kind(
        "error",
        "no stylesheet has a form for the element '{name}', at {path}",
        "encode it with an element of the edition's schema, or add a template for it to the stylesheet",
    ),
    "element-marked": Kind(
        "warning",
        "no stylesheet has a form for the element '{name}', at {path}; its words are kept and marked",
        "look at the place in the output, or add a template for the element to the stylesheet",
    ),
    "render-not-well-formed": Kind(
        "error",
        "this is not well-formed XML: {reason}",
        "mend the file where the message points, in an editor that checks XML",
    ),
    "render-doctype": Kind(
        "error",
        "the file has a document type declaration (DOCTYPE)",
        "remove it and write the characters its entities stand for",
    ),
    "render-not-tei": Kind(
        "error",
        "the outermost element is '{name}', not a TEI document",
        "render files whose outermost element is TEI, in the namespace http://www.tei-c.org/ns/1.0",
    ),
    "stylesheet-failed": Kind(
        "error",
        "the stylesheet '{stylesheet}' cannot render this file: {reason}",
        "check the file against the schema; if it is valid, the fault is the stylesheet's",
    ),
}
