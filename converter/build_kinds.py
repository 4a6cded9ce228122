"""The problems of a build as a whole: its folder, its workers, what stops it."""

from converter.kind import Kind

BUILD_KINDS = {
    "output-in-use": Kind(
        "error",
        "another build is writing in this folder",
        "wait until it has ended, or name another folder with -o",
    ),
    "cannot-write-more": Kind(
        "error",
        "nothing more can be written here: {reason}",
        "what was written before is whole; when there is room and leave to write, run it again",
    ),
    "folder-is-link": Kind(
        "error",
        "the folder is a link: what is written into it would lie somewhere else",
        "put a real folder in its place, or name another one with -o",
    ),
    "link-in-output": Kind(
        "warning",
        "a link stands where the program would write; it is left alone, and not followed",
        "move it, or use --overwrite",
    ),
    "worker-died": Kind(
        "error",
        "the process that worked on this ended twice without an answer",
        "free memory, or use --workers 1; if it ends there too, report the page",
    ),
}
