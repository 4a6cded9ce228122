"""Persons: whoever notes explain and letters name, one entry a person over all volumes."""
