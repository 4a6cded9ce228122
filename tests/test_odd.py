"""The ODD: valid, up to date, and the same as the schema, the rules and the examples."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from make_odd import odd as made_odd
from odd_classes import inherited
from odd_compiled import TEI, compiled, kept
from odd_examples import Documents, built

from converter.markup import local
from converter.resources import schema
from converter.schemas import edition_relaxng

RNG = "{http://relaxng.org/ns/structure/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
TEIX = "{http://www.tei-c.org/ns/Examples}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
Features = Mapping[tuple[str, str], frozenset[str]]  # element, attribute → values


@pytest.fixture(scope="module")
def odd() -> etree._Element:
    return etree.parse(schema("edition.odd")).getroot()


@pytest.fixture(scope="module")
def rng() -> etree._Element:
    return etree.parse(schema("edition.rng")).getroot()


@pytest.fixture(scope="module")
def files(project: Path) -> Documents:
    """What the command makes of the examples, with all that lies beside them."""
    return built(project / "examples")


# ---------------------------------------------------------------- the file


def test_the_odd_is_what_the_tool_makes_of_schema_rules_prose_and_examples(
    shared: Path, files: Documents
) -> None:
    made = made_odd(files, shared / "tei" / "tei_all.rng")
    assert made == schema("edition.odd").read_bytes(), "run tools/make_odd.py, tools/make_guide.py"


@pytest.mark.parametrize("name", ["guide.xml", "edition.odd"])
def test_the_odd_and_its_prose_are_tei(tei_all_rng: etree.RelaxNG, name: str) -> None:
    tree = etree.parse(schema(name))
    assert tei_all_rng.validate(tree), str(tei_all_rng.error_log)


# ---------------------------------------------------------------- the same as the schema


def features_of_schema(root: etree._Element) -> Features:
    """Elements with their attributes and values, read from RELAX NG by following references."""
    patterns = {str(each.get("name")): each for each in root.iter(f"{RNG}define")}
    found: dict[tuple[str, str], set[str]] = {}
    for element in root.iter(f"{RNG}element"):
        name = str(element.get("name"))
        found.setdefault((name, ""), set())
        for attribute in attributes_below(element, patterns):
            values = {each.text or "" for each in attribute.iter(f"{RNG}value")}
            found.setdefault((name, str(attribute.get("name"))), set()).update(values)
    return {key: frozenset(values) for key, values in found.items()}


def attributes_below(
    node: etree._Element, patterns: Mapping[str, etree._Element]
) -> Iterator[etree._Element]:
    for each in node:
        if each.tag == f"{RNG}attribute":
            yield each
        elif each.tag == f"{RNG}ref":
            yield from attributes_below(patterns[str(each.get("name"))], patterns)
        elif each.tag != f"{RNG}element":
            yield from attributes_below(each, patterns)


def features_of_odd(root: etree._Element) -> Features:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for spec in root.iter(f"{TEI}elementSpec"):
        name = str(spec.get("ident"))
        found[name, ""] = frozenset()
        for attribute in kept(spec):
            values = frozenset(str(each.get("ident")) for each in attribute.iter(f"{TEI}valItem"))
            found[name, str(attribute.get("ident"))] = values
    return found


def test_elements_attributes_and_values_are_those_of_the_schema(
    odd: etree._Element, rng: etree._Element
) -> None:
    assert features_of_odd(odd) == features_of_schema(rng)


def test_what_is_added_to_the_schema_alone_makes_the_two_differ(
    odd: etree._Element, rng: etree._Element
) -> None:
    more = deepcopy(rng)
    pattern = etree.SubElement(more, f"{RNG}define", {"name": "seal"})
    etree.SubElement(pattern, f"{RNG}element", {"name": "stamp"})
    assert features_of_schema(more).keys() - features_of_odd(odd).keys() == {("stamp", "")}
    (value,) = (each for each in rng.iter(f"{RNG}value") if each.text == "diary-entry")
    longer = deepcopy(rng)
    (same,) = (each for each in longer.iter(f"{RNG}value") if each.text == value.text)
    same.text = "logbook"
    assert features_of_schema(longer)["TEI", "type"] != features_of_odd(odd)["TEI", "type"]


def test_the_modules_take_in_these_elements_and_no_other(odd: etree._Element) -> None:
    included = [
        name for each in odd.iter(f"{TEI}moduleRef") for name in each.get("include", "").split()
    ]
    specified = [each.get("ident") for each in odd.iter(f"{TEI}elementSpec")]
    assert sorted(included) == sorted(str(each) for each in specified)
    for spec in odd.iter(f"{TEI}elementSpec"):
        (module,) = (e for e in odd.iter(f"{TEI}moduleRef") if e.get("key") == spec.get("module"))
        assert spec.get("ident") in module.get("include", "").split()


def test_of_all_attributes_of_the_tei_those_of_the_schema_remain(
    odd: etree._Element, shared: Path
) -> None:
    elements = {str(each.get("ident")) for each in odd.iter(f"{TEI}elementSpec")}
    given = inherited(shared / "tei" / "tei_all.rng", elements)
    dropped = {
        (str(group.get("ident")), str(each.get("ident")))
        for group in odd.iter(f"{TEI}classSpec")
        for each in group.iter(f"{TEI}attDef")
    }
    for spec in odd.iter(f"{TEI}elementSpec"):
        name = str(spec.get("ident"))
        left = {a for a, group in given.of[name].items() if (group, a) not in dropped}
        left -= {
            str(each.get("ident"))
            for each in spec.iter(f"{TEI}attDef")
            if each.get("mode") == "delete"
        }
        assert left == {str(each.get("ident")) for each in kept(spec)}, name


def test_everything_that_is_specified_is_said_in_words(odd: etree._Element) -> None:
    kinds = [f"{TEI}{name}" for name in ("elementSpec", "macroSpec", "dataSpec", "valItem")]
    specified = [*odd.iter(*kinds), *(a for e in odd.iter(f"{TEI}elementSpec") for a in kept(e))]
    silent = [e.get("ident") for e in specified if not (e.findtext(f"{TEI}desc") or "").strip()]
    assert len(specified) > 300
    assert silent == []


def test_every_sentence_of_the_schema_stands_in_the_odd(
    odd: etree._Element, rng: etree._Element
) -> None:
    said = " ".join(" ".join(odd.itertext()).split())  # type: ignore[arg-type]
    sentences = {" ".join((e.text or "").split()) for e in rng.iter("{*}documentation")}
    attributes_only = {"What almost every element of the text can carry."}
    groups = {s for s in sentences if s not in said}
    for each in rng.iter(f"{RNG}define"):
        own = " ".join((each.findtext("{*}documentation") or "").split())
        if own in groups and each.find(f".//{RNG}attribute") is not None:
            attributes_only.add(own)  # a group of attributes: each of them has its sentence
    assert len(sentences) > 150
    assert groups - attributes_only == set()


# ---------------------------------------------------------------- what it accepts


def test_the_schema_that_it_describes_accepts_what_the_converter_writes(
    odd: etree._Element, files: Documents
) -> None:
    described = compiled(odd)
    written = {name: root for name, root in files.items() if "/" in name}
    assert len(written) == 21
    valid = etree.parse(Path(__file__).with_name("valid_document.xml")).getroot()
    for name, root in {**written, "valid_document.xml": valid}.items():
        assert described.validate(root), f"{name}: {described.error_log}"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('type="biographical"', 'type="chatty"'),
        ("<salute>Dear Anna,</salute>", "<salute>Dear Anna,</salute><stamp/>"),
        ('<pb xml:id="pb-13" n="13"/>', '<pb xml:id="pb-13" n="13" facs="a.png"/>'),
        ('<date from="1911-04"', '<date from="in April"'),
        ("<langUsage>", "<langUsage><p>Two.</p>"),
    ],
)
def test_the_schema_that_it_describes_refuses_what_ours_refuses(
    odd: etree._Element, right: str, wrong: str
) -> None:
    text = Path(__file__).with_name("valid_document.xml").read_text("utf-8")
    assert right in text
    faulty = etree.fromstring(text.replace(right, wrong, 1).encode())
    assert not edition_relaxng().validate(faulty)
    assert not compiled(odd).validate(faulty)


# ---------------------------------------------------------------- rules


def told(test: etree._Element) -> tuple[str, str, str, str, str]:
    """A rule as it can be compared: without the hint, which a diagnostic has in one of the two."""
    copy = deepcopy(test)
    copy.tail = None
    for hint in copy.findall(f"{SCH}span"):
        copy.remove(hint)
    message = etree.tostring(copy, encoding="unicode").partition(">")[2].rpartition("<")[0]
    rule = test.getparent()
    assert rule is not None
    lets = "; ".join(f"{e.get('name')}={e.get('value')}" for e in rule.iterfind(f"{SCH}let"))
    plain = re.sub(r' xmlns:\w+="[^"]*"', "", message).removesuffix(": ")
    context = f"{rule.get('context')} {lets}"
    return (str(test.get("id")), context, str(test.get("test")), str(test.get("role")), plain)


def test_the_rules_are_those_of_the_schematron_in_the_same_order(odd: etree._Element) -> None:
    rules = etree.parse(schema("edition.sch")).getroot()
    ours = [told(each) for each in rules.iter(f"{SCH}assert")]
    assert len(ours) > 40
    assert [told(each) for each in odd.iter(f"{SCH}assert")] == ours
    hints = {e.get("id"): e.text for e in rules.iter(f"{SCH}diagnostic")}
    said = {f"d-{e.get('id')}": e.findtext(f"{SCH}span") for e in odd.iter(f"{SCH}assert")}
    assert said == hints


# ---------------------------------------------------------------- prose and examples


def chapters(odd: etree._Element) -> list[etree._Element]:
    return odd.findall(f"{TEI}text/{TEI}body/{TEI}div")


def test_every_element_belongs_to_a_chapter(odd: etree._Element) -> None:
    specified = {each.get("ident") for each in odd.iter(f"{TEI}elementSpec")}
    assert {each.get("key") for each in odd.iter(f"{TEI}specDesc")} == specified


def test_what_a_chapter_names_is_there(odd: etree._Element) -> None:
    known = features_of_odd(odd)
    names = {attribute for _, attribute in known}
    for each in odd.iter(f"{TEI}specDesc"):
        for attribute in ["", *each.get("atts", "").split()]:
            assert (each.get("key"), attribute) in known, (each.get("key"), attribute)
    for chapter in chapters(odd):
        assert {each.text for each in chapter.iter(f"{TEI}att")} <= names
        elements = {(str(each.text), "") for each in chapter.iter(f"{TEI}gi")}
        assert elements - known.keys() <= {("standOff", "")}  # named as what is not used


def test_every_chapter_has_a_name_a_reason_and_an_example(odd: etree._Element) -> None:
    assert len(chapters(odd)) == 19
    for chapter in chapters(odd):
        assert chapter.get(ID), chapter.findtext(f"{TEI}head")
        assert chapter.find(f"{TEI}egXML") is None
        assert chapter.find(f"{TEIX}egXML") is not None, chapter.get(ID)
        words = " ".join(str(t) for p in chapter.iterfind(f"{TEI}p") for t in p.itertext()).split()
        assert len(words) > 60, chapter.get(ID)


def test_every_element_has_an_example_in_which_it_stands(odd: etree._Element) -> None:
    for spec in odd.iter(f"{TEI}elementSpec"):
        (example,) = spec.iterfind(f"{TEI}exemplum/{TEIX}egXML")
        assert example.find(f".//{TEIX}{spec.get('ident')}") is not None, spec.get("ident")


def test_every_example_stands_so_in_a_file_that_the_converter_makes(
    odd: etree._Element, files: Documents
) -> None:
    checked = 0
    for example in odd.iter(f"{TEIX}egXML"):
        pointer = example.get("source")
        if not pointer:
            continue
        name, _, path = pointer.partition("#")
        steps = re.sub(r"/(?=\w)", "/t:", path.removeprefix("xpath(").removesuffix(")"))
        found = files[name].xpath(steps, namespaces={"t": TEI[1:-1]})
        assert isinstance(found, list)
        (source,) = found
        assert isinstance(source, etree._Element), pointer
        assert differences(example[0], source, f"{example.get(ID)}.") == [], pointer
        checked += 1
    assert checked > 80


def differences(shown: etree._Element, source: etree._Element, prefix: str) -> list[str]:
    """Where an example says what its source does not, but for what is left out."""
    faults = []
    ours = {name: str(value).replace(prefix, "") for name, value in shown.items()}
    if etree.QName(shown).localname != etree.QName(source).localname or ours != dict(
        source.items()
    ):
        faults.append(f"{shown.tag} {ours}")
    left = " ".join("".join(source.itertext()).split())  # type: ignore[arg-type]
    for piece in " ".join("".join(texts(shown)).split()).split("…"):
        if wanted := piece.strip():
            _, found, left = left.partition(wanted)
            faults += [] if found else [f"'{wanted}' is not there, or not at its place"]
    return faults


def texts(node: etree._Element) -> Iterator[str]:
    """The words of an example; a comment stands for elements that are left out."""
    yield node.text or ""
    for child in node:
        yield from texts(child) if local(child) else ["…"]
        yield child.tail or ""


def test_an_example_that_has_gone_stale_is_found(odd: etree._Element, files: Documents) -> None:
    (chapter,) = (each for each in chapters(odd) if each.get(ID) == "insertions")
    (example, _) = chapter.iter(f"{TEIX}egXML")
    source = deepcopy(files[str(example.get("source")).partition("#")[0]])
    (supplied,) = source.iter(f"{TEI}supplied")
    prefix = f"{example.get(ID)}."
    assert differences(example[0], supplied, prefix) == []
    supplied.text = "Brandt"
    assert differences(example[0], supplied, prefix)


def test_what_is_made_up_is_accepted_by_the_schema(odd: etree._Element) -> None:
    """Each invented example, put where its like may stand in a valid document."""
    relaxng = edition_relaxng()
    invented = [e for e in odd.iter(f"{TEIX}egXML") if not e.get("source")]
    assert len(invented) > 15
    for example in invented:
        tree = etree.parse(Path(__file__).with_name("valid_document.xml"))
        text = etree.tostring(example[0], encoding="unicode", with_tail=False)
        text = text.replace(f"{example.get(ID)}.", "").replace(TEIX[1:-1], TEI[1:-1])
        made = etree.fromstring(text)
        name = etree.QName(made).localname
        if name in ("revisionDesc", "change"):
            place = tree.find(f".//{TEI}revisionDesc")
            assert place is not None
            place = place if name == "revisionDesc" else place[0]
        else:
            place = tree.find(f".//{TEI}div/{TEI}div/{TEI}p")
            assert place is not None
            if name not in ("p", "lg", "quote"):
                around = etree.Element(f"{TEI}p", {ID: "p99"})
                around.append(made)
                made = around
            made = etree.fromstring(etree.tostring(made))
        parent = place.getparent()
        assert parent is not None
        parent.replace(place, made) if name in ("revisionDesc", "change") else place.addnext(made)
        assert relaxng.validate(tree), f"{text}: {relaxng.error_log}"


# ---------------------------------------------------------------- the lists of the edition


def test_the_elements_of_lists_alone_are_named_where_lists_are_told_of(odd: etree._Element) -> None:
    own = {name for name, attribute in features_of_odd(odd) if not attribute}
    of_lists = {
        str(each.get("name"))
        for name in ("bibliography.rng", "lists.rng")
        for each in etree.parse(schema(name)).getroot().iter(f"{RNG}element")
        if each.get("name")
    }
    (chapter,) = (each for each in chapters(odd) if each.get(ID) == "lists")
    named = {each.text for each in chapter.iter(f"{TEI}code")}
    assert of_lists - own == {name for name in named if name and "." not in name}
