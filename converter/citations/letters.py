"""The letters and figures of which the patterns of citations are built."""

from collections.abc import Iterable

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪĮİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁІЇЄҐ"
LOWER = "a-zß-öø-ÿāăąćčďđēėęěğīįıłńňōőřśşšţťūůűųźżžа-яёіїєґ"
DASH = "[-‐‑–—]"
ROMAN = r"(?=[IVXLC])(?:C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})(?![\w])"
SMALL_ROMAN = r"(?=[ivxlc])(?:c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})(?![\w])"


def longest_first(forms: Iterable[str]) -> list[str]:
    """Texts in the order in which a pattern has to try them."""
    return sorted(forms, key=lambda form: (-len(form), form))
