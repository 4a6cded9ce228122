"""Signs of a reference: what editors write when they cite, and authors hardly ever do."""

from converter.evidence.sign import YES, Scene, Sign, counted, when
from converter.evidence.traits import Traits, dates, numbered_nouns, share
from converter.lines import Reading
from converter.signs import begins_with, has_slashed

R = Reading
NEAR_TOP = 3  # lines of text in which a letter may be dated
FEW = 15  # in a hundred words; telling has more

REFERENCES = (
    Sign(
        "opens as notes do",
        "Cf., Ibid., Not printed, См., Vgl. begin a note, and hardly ever an author's sentence",
        lambda s, i: when(s.lines[i].opens_note),
        yes={
            "Cf. the log of the mail steamer.": YES,
            "de:Vgl. das Logbuch der Lotsen.": YES,
            "ru:Там же, л. 4.": YES,
        },
        no=("See him to his boat.", "ru:Там же стоял лоцман."),
        expected={YES: {R.NOTE: 2, R.TITLE_NOTE: 2}},
    ),
    Sign(
        "may open a note",
        "See, Quoted in, Имеется в виду begin notes, but an author may begin with them too",
        lambda s, i: when(begins_with(s.lines[i].text, s.tongue.note_leanings)),
        yes={"See what has become of the pier.": YES, "ru:Имеется в виду старый маяк.": YES},
        no=("Seeing the pier, he laughed.",),
        expected={YES: {R.NOTE: 1}},
    ),
    Sign(
        "cites",
        "shelfmark, page, newspaper with its date: the more of them, the surer it is a reference",
        lambda s, i: counted(0 if only_dates(s, i) else s.lines[i].citation, 6),
        yes={
            "He keeps the log in a box.": "1",
            "Brandt, Tides and Tempers, p. 40.": "3",
            "NRO HB 12 104, log of the Adelheid, ff. 3–4.": "6",
        },
        no=("The log was lost in the storm.",),
        expected={
            "3": {R.NOTE: 1.5},
            "4": {R.NOTE: 2},
            "5": {R.NOTE: 3},
            "6": {R.NOTE: 3},
        },
    ),
    Sign(
        "nothing but a reference",
        "a line that cites and has hardly one of the commonest words does nothing else",
        lambda s, i: when(only_cites(s.lines[i])),
        yes={
            "NRO HB 12 104, K22/3/7, 4 June 1937.": YES,
            "Harbour Gazette, 4 June 1937; Brandt, Tides, pp. 40–4.": YES,
            "ru:АВС, ф. 069, оп. 22, п. 61, д. 12, л. 140.": YES,
        },
        no=(
            "He sent me the log of the Adelheid, NRO HB 12 104, and it was the wrong one.",
            "Port Amsel, 4 June 1937",
            "My log, HB 12 104, f. 3, I want back.",
        ),
        expected={YES: {R.NOTE: 3}},
    ),
    Sign(
        "shelfmark",
        "an archive finds its papers by shelfmarks, and only who cites them writes them down",
        lambda s, i: when(s.lines[i].refers.shelfmark),
        yes={"Port Archive, HB 12 104.": YES, "ru:Архив порта, ф. 17, оп. 2, д. 5.": YES},
        no=("Port Archive, box 12.",),
        expected={YES: {R.NOTE: 1}},
    ),
    Sign(
        "pages cited",
        "p. 12 and ff. 3–4 send the reader to a page",
        lambda s, i: when(s.lines[i].refers.extent),
        yes={"Brandt, Tides and Tempers, pp. 40–4.": YES, "de:Brandt, Gezeiten, S. 12.": YES},
        no=("At 4 p.m. the fog lifted.",),
        expected={YES: {R.NOTE: 1}},
    ),
    Sign(
        "newspaper and date",
        "a newspaper is cited by its name and the date of the issue, at the beginning of a note",
        lambda s, i: when(s.lines[i].refers.newspaper and not only_dates(s, i)),
        yes={"We sail.|In fog.|At noon.|He rose.|>The Amsel Gazette, 4 June 1937.": YES},
        no=("The Gazette came on 4 June 1937.",),
        expected={YES: {R.NOTE: 2}},
    ),
    Sign(
        "title in quotation marks",
        "behind a name and a comma, a title in quotation marks is that of an article",
        lambda s, i: when(s.lines[i].refers.quoted_title),
        yes={"A. Brandt, “Tides and Tempers”.": YES},
        no=("Vik said, “Come aboard at once.”", "He called to Vik, “Ahoy!”"),
    ),
    Sign(
        "siglum",
        "a word in capitals that does not end a sentence may be the siglum of an archive",
        lambda s, i: when(s.lines[i].refers.siglum),
        yes={"NRO, log of the pilots.": YES},
        no=("We sailed on the S. S. Adelheid.",),
    ),
    Sign(
        "full date",
        "an author writes of the fourth or of June, an editor gives day, month and year",
        lambda s, i: when(s.lines[i].refers.full_date),
        yes={"The pier burned on 4 June 1937.": YES, "ru:Причал сгорел 4 июня 1937 г.": YES},
        no=("The pier burned on 4 June.",),
    ),
    Sign(
        "year",
        "notes name the year, which an author who lives in it rarely needs to",
        lambda s, i: when(s.lines[i].year),
        yes={"The pier burned in 1937.": YES},
        no=("The pier has 19370 nails.",),
    ),
    Sign(
        "number with a stroke",
        "104/3 is the number of a file, or of a volume and its part",
        lambda s, i: when(s.lines[i].refers.numbered_part),
        yes={"Log 104/3 of the pilots.": YES, "The pilots’ log, 12/IV.": YES},
        no=("Tar and/or rope for the pier.",),
    ),
    Sign(
        "words of references",
        "vol., no., ibid., файл, Bd.: references are made of such words",
        lambda s, i: counted(s.lines[i].refers.words, 3),
        yes={
            "The pilots’ log, vol. 2.": "1",
            "The pilots’ log, vol. 2, no. 4, p. 7.": "3",
            "de:Logbuch der Lotsen, Bd. 2, Nr. 4.": "2",
        },
        no=("The second volume was wet.",),
    ),
    Sign(
        "numbered things",
        "Document 12, telegram 40: notes number what they name",
        lambda s, i: counted(numbered_nouns(s.lines[i]), 3),
        yes={"Telegram 40 to the Board.": "1", "Telegram 40, then telegram 41.": "2"},
        no=("At 12:30 we had forty boats.",),
    ),
    Sign(
        "reference without a word",
        "figures and strokes without one of the commonest words are nothing but a shelfmark",
        lambda s, i: when(not s.lines[i].short_words and has_slashed(s.lines[i].text)),
        yes={"Port Archive, K22/3/7.": YES},
        no=("The log in K22/3/7 was wet.", "Port Archive, K22."),
    ),
)


def only_cites(line: Traits) -> bool:
    few = share(line.short_words, len(line.words)) < FEW
    starts = line.begins != "small letter" and not dates(line)
    return line.citation >= 3 and few and starts and not line.says_i


def only_dates(scene: Scene, i: int) -> bool:
    """``Port Amsel, 3 June 1937`` where letters are dated; below a sentence it is a newspaper."""
    placed = i <= NEAR_TOP or scene.lines[i - 1].unfinished
    return placed and dates(scene.lines[i])
