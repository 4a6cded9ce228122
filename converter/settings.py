"""The settings of an edition: ``edition.toml``, every key of it optional."""

import difflib
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from converter.languages import languages
from converter.problems import Place, Problem, Refused
from converter.site.addresses import DOCUMENT_GAPS, IMAGE_GAPS, has_gaps, is_base, is_web
from converter.site.colours import Colours, too_faint, unfit_colours
from converter.site.facsimiles import Facsimiles

INTERFACES = ("en", "de", "ru")  # languages in which the stylesheets have their words
ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor of the digital edition; ``orcid`` as four groups of digits."""

    name: str
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the editor of the edition says about it; an empty value is left out of the edition."""

    title: str = ""
    editors: tuple[Editor, ...] = ()
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    date: str = ""
    language: str = ""
    interface_language: str = ""
    base_url: str = ""
    page_address: str = ""
    facsimile: Facsimiles | None = None
    colours: Colours = field(default_factory=dict, hash=False)
    imprint: str = ""
    documents_begin_before_first_mark: bool = False

    @property
    def address(self) -> str:
        """Where the edition is published: nowhere before it has a licence."""
        return self.base_url if self.licence else ""


CODED: Mapping[str, Callable[[], Collection[str]]] = {
    "language": languages,
    "interface_language": lambda: INTERFACES,
}
ADDRESSES: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "base_url": ('an address such as "https://vik-diaries.example.org"', is_base),
    "page_address": (
        "an address of the web with gaps, " + ", ".join(f"{{{gap}}}" for gap in DOCUMENT_GAPS),
        lambda text: is_web(text) and has_gaps(text, DOCUMENT_GAPS),
    ),
    "facsimile": (
        "a file or an address of the web with {page} in it, and, if wished, {volume}, {document}",
        lambda text: has_gaps(text, IMAGE_GAPS, "page") and (is_web(text) or ":" not in text),
    ),
}
KINDS = {each.name: each.type for each in fields(Settings)}


def is_day(text: str) -> bool:
    """A day of the calendar as ISO 8601 writes it; Python alone takes other forms of it too."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def unfit(key: str, value: object) -> str:
    """What is to be written instead of the value of a setting; nothing where it can be used."""
    if KINDS[key] is bool:
        return "" if isinstance(value, bool) else "true or false"
    if key == "date":
        fits, wanted = is_day(str(value)), 'a day such as "2031-05-28", in quotation marks'
    elif key in ADDRESSES:
        wanted, can_be_used = ADDRESSES[key]
        fits = can_be_used(str(value))
    elif key in CODED:
        codes = CODED[key]()
        fits, wanted = str(value) in codes, "one of " + ", ".join(f'"{code}"' for code in codes)
    else:
        fits, wanted = True, "a text in quotation marks"
    return "" if isinstance(value, str) and (fits or not value) else wanted


def read_settings(path: Path) -> Settings:
    """An ``edition.toml`` → Settings. Raises Refused with the place of what cannot be used."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            Problem("settings-unreadable", Place(str(path)), "", {"reason": str(error)})
        ) from None
    except OSError as error:
        raise Refused(
            Problem("cannot-read", Place(str(path)), "", {"reason": error.strerror or ""})
        ) from None
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused(
            Problem("settings-unreadable", Place(str(path)), "", {"reason": str(error)})
        ) from None
    checked = {key: value_of(key, value, str(path), text) for key, value in data.items()}
    settings = Settings(**checked)
    if settings.licence and not settings.publisher:
        raise Refused(Problem("licence-without-publisher", place_of("licence", str(path), text)))
    return settings


def value_of(key: str, value: object, path: str, text: str) -> Any:
    """One setting as the dataclass holds it, or Refused."""
    place = place_of(key, path, text)
    if key not in KINDS:
        close = difflib.get_close_matches(key, KINDS, 1)
        meant = f"did you mean '{close[0]}'?" if close else "known keys: " + ", ".join(KINDS)
        raise Refused(Problem("settings-unknown-key", place, "", {"key": key, "meant": meant}))
    if key == "editors":
        return editors(value, place)
    if key == "colours":
        return readable_colours(value, place)
    if wanted := unfit(key, value):
        raise Refused(Problem("settings-wrong-value", place, "", {"key": key, "wanted": wanted}))
    if key == "facsimile":
        return Facsimiles(str(value), Path(path).parent) if value else None
    return value


def readable_colours(value: object, place: Place) -> Any:
    """Colours that can be told from what they stand on, or Refused."""
    if wanted := unfit_colours(value):
        raise Refused(
            Problem("settings-wrong-value", place, "", {"key": "colours", "wanted": wanted})
        )
    assert isinstance(value, Mapping)
    for scheme, colour, ground, contrast in too_faint(value):
        facts = {"scheme": scheme, "colour": colour, "ground": ground}
        facts["contrast"] = f"{int(contrast * 10) / 10}"  # 4.49 is not enough, and not 4.5
        raise Refused(Problem("colours-too-faint", place, "", facts))
    return value


def editors(value: object, place: Place) -> tuple[Editor, ...]:
    """``[{name = "…", orcid = "…"}, …]``; the ORCID with or without its address."""
    wanted = 'a list such as [{ name = "A. Weber", orcid = "0000-0002-1825-0097" }]'
    wrong = Refused(
        Problem("settings-wrong-value", place, "", {"key": "editors", "wanted": wanted})
    )
    if not isinstance(value, list):
        raise wrong
    out = []
    for entry in value:
        if (
            not isinstance(entry, Mapping)
            or not isinstance(entry.get("name"), str)
            or set(entry) - {"name", "orcid"}
        ):
            raise wrong
        orcid = ORCID.fullmatch(str(entry.get("orcid", "") or "0000-0000-0000-0000"))
        if orcid is None:
            raise Refused(
                Problem(
                    "settings-wrong-value",
                    place,
                    "",
                    {"key": "orcid", "wanted": "16 digits in fours"},
                )
            )
        out.append(Editor(entry["name"], orcid.group(1) if entry.get("orcid") else ""))
    return tuple(out)


def place_of(key: str, path: str, text: str) -> Place:
    lines = text.split("\n")
    sets = re.compile(rf"\s*(?:{re.escape(key)}\s*=|\[{re.escape(key)}\b)")
    number = next((i for i, line in enumerate(lines, 1) if sets.match(line)), 0)
    return Place(path, number, 1 if number else 0)
