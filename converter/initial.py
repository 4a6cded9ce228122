"""The first edition.toml: what the pages say, with a comment for every setting."""

import json
from collections import Counter
from collections.abc import Sequence

from converter.languages import detect
from converter.pages import read
from converter.problems import Refused
from converter.sources import Source

TEMPLATE = """\
# Settings of the edition. Every line may be changed or removed; after a # it is not in force.
# Made from {pages}: {volumes}.

# The title of the whole edition, on its contents page.
title = {title}

# Who edits this digital edition; the ORCID may be left out.
# editors = [{{ name = "Your Name", orcid = "0000-0000-0000-0000" }}]

# Who publishes it and under which licence. Without a publisher each document says: unpublished.
{rights}
# publisher = ""
# licence = "CC BY 4.0"
# licence_url = "https://creativecommons.org/licenses/by/4.0/"

# The language of the pages, where a short text does not show it, and of the edition's own words.
# language = {language}
# interface_language = "en"

# True if documents begin on the page before their first page mark: then that page is named.
# documents_begin_before_first_mark = false
"""


def initial_settings(sources: Sequence[Source]) -> str:
    """The text of an edition.toml for these pages; Refused where none of them can be read."""
    volumes: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    refusal: Refused | None = None
    for source in sources:
        try:
            page = read(source.path.read_bytes(), str(source.path))
        except Refused as refused:
            refusal = refused
            continue
        volumes[page.details.get("AOC Volume") or "a volume without a name"] += 1
        stated[page.copyright] += 1
        languages.update(
            detect("\n".join(x.text for x in s.lines))[0] for s in page.sections if not s.empty
        )
    if not volumes:
        raise refusal or ValueError("no pages")
    named = [volume for volume, _ in volumes.most_common()]
    rights = (
        "".join(f"# The pages state: {text}\n" for text in sorted(stated) if text).rstrip("\n")
        or "#"
    )
    return TEMPLATE.format(
        pages=f"{sum(volumes.values())} pages",
        volumes="; ".join(f"{volume} ({count})" for volume, count in volumes.most_common()),
        title=json.dumps(named[0], ensure_ascii=False),
        rights=rights,
        language=json.dumps(languages.most_common(1)[0][0]),
    )
