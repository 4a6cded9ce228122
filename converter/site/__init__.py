"""The site beyond its documents: what is made for all of its pages together."""
