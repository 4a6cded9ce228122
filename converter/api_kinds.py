"""What the interface for Python may find wrong: part of the table of problems."""

from converter.kind import Kind

API_KINDS: dict[str, Kind] = {
    "no-document": Kind(
        "error",
        "no document of an edition: its text has neither a translation nor a transcription",
        "name a document that was built or converted, or the folder of an edition",
    ),
}
