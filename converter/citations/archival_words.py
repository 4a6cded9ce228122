"""The words of archival citations: what papers are called, and what a piece of them is."""

from collections.abc import Mapping

DIARIES = {
    "en": "diary diaries journal notebook notebooks memoirs memoir unpublished manuscript",
    "ru": "дневник дневники",
    "de": "Tagebuch Tagebücher",
}
PIECES = {
    "en": (
        "record records memorandum memoranda memo minute minutes note notes letter letters telegram"
        " tel cable despatch dispatch report conversation conversations meeting draft protocol"
        " summary speech aide-mémoire statement conclusions instructions resolution proceedings"
        " brief circular message entry interview communication"
    ),
    "de": "Aufzeichnung Bericht Telegramm Schreiben Vermerk Niederschrift Protokoll Runderlass",
    "ru": "запись письмо телеграмма докладная записка протокол проект отчет постановление",
    "fr": "note télégramme compte-rendu dépêche lettre",
    "it": "rapporto telegramma appunto lettera",
    "pl": "raport notatka",
}
# Behind a name: the papers of a person or a body.
PAPERS_AFTER = r"[Pp]apers|MSS?\b\.?(?!\s\d)|[Cc]ollection|[Aa]rchives?\b(?!\s[A-Z])"
# Before a name.
PAPERS_BEFORE = r"[Nn]achla(?:ss|ß)|MSS?\.?|[Pp]apiers|[Cc]arte|[Aa]rchiwum|[Фф]онд|[Лл]ичный\sфонд"
# One of these is in all of them, in small letters.
IN_PAPERS = ("papers", "ms", "collection", "archi", "nachla", "papiers", "carte", "фонд")
# What the last word of an archive's name says that it is.
HOLDERS = r"Library|Archives?|College|Institut(?:e|ion)|University|Museum|Centre"
# Words with which no description of a piece begins.
NO_PIECE = "and|in|also|see|but|with|und|и|where|who|which|as|both"


def every(words: Mapping[str, str]) -> list[str]:
    """The words of all languages."""
    return [word for printed in words.values() for word in printed.split()]
