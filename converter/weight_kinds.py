"""The kinds of problem of the weights of the evidence, and of learning them."""

from converter.kind import Kind

WEIGHT_KINDS = {
    "weights-unreadable": Kind(
        "error",
        "the weights cannot be read: {cause}",
        "make the file anew with converter learn, or take it away: then the converter's own weights"
        " are used",
    ),
    "learning-not-installed": Kind(
        "error",
        "learning needs {library}, which is not installed",
        "install the two libraries that learning needs: pip install numpy scipy",
    ),
}
