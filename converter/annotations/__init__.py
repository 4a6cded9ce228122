"""Readers' annotations: read, merged, found in the text again, written as JSON-LD and as TEI."""
