"""Books of the edition: a volume, or one document, as EPUB 3 or for a word processor."""
