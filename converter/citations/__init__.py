"""Citations: what a note cites, found by rules that begin at a head; the rest stays prose."""
