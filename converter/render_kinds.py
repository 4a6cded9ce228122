"""What can be wrong when TEI is rendered: the kinds of problems of the pass ``render``."""

from converter.kind import Kind

RENDER_KINDS: dict[str, Kind] = {
    "element-not-handled": Kind(
        "error",
        "no stylesheet has a form for the element '{name}', at {path}",
        "encode it as the edition's schema has it, or add a template for it to the stylesheet",
    ),
    "element-marked": Kind(
        "warning",
        "no stylesheet has a form for the element '{name}', at {path}; its words are marked",
        "look at the place in the output, or add a template for the element to the stylesheet",
    ),
    "render-not-tei": Kind(
        "error",
        "the outermost element is '{name}', not a TEI document",
        "render files whose outermost element is TEI, in the namespace http://www.tei-c.org/ns/1.0",
    ),
    "no-author-words": Kind(
        "error",
        "the file has no words of the author, or none in the language that is wanted",
        "the author's words stand in div type=\"text\"; of others' TEI take --to text",
    ),
    "stylesheet-failed": Kind(
        "error",
        "the stylesheet '{stylesheet}' cannot render this file: {reason}",
        "check the file against the schema; if it is valid, the fault is the stylesheet's",
    ),
}
