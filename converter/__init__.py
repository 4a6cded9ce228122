"""Saved pages of a digital archive made into a scholarly edition: TEI P5, HTML, plain text."""

__version__ = "0.1.0"
