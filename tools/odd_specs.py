"""The specification of an ODD, generated from our grammar and its sentences.

One elementSpec an element, whatever number of patterns define it: it takes the attributes and
contents of all of them, and says in its remarks what it is in which place. TEI P5, chapter TD.
Used by make_odd.py.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree
from odd_classes import Inherited
from odd_content import OWN, content, datatype, kind_of_value
from odd_grammar import RNG, Attribute, Definition, Grammar, sentence

from converter.markup import TEI, element, local

# Which module of the TEI defines each element that we use.
MODULES = {
    "tei": "",
    "header": "teiHeader fileDesc titleStmt extent publicationStmt idno availability licence"
    " sourceDesc encodingDesc editorialDecl quotation hyphenation interpretation appInfo"
    " application profileDesc abstract creation langUsage language textClass keywords correspDesc"
    " correspAction revisionDesc change",
    "core": "abbr addrLine address analytic author bibl biblScope biblStruct choice citedRange corr"
    " date editor emph expan foreign gap head hi imprint item l label lg list measure monogr name"
    " note orig p pb pubPlace publisher q quote ref reg resp respStmt sic term title unclear",
    "textstructure": "TEI text body div opener closer postscript dateline salute signed",
    "namesdates": "persName surname forename addName orgName placeName person listPerson",
    "corpus": "particDesc",
    "msdescription": "msDesc msIdentifier repository",
    "transcr": "supplied",
}


def specification(
    grammar: Grammar, tei: Inherited, examples: Mapping[str, etree._Element]
) -> Iterator[etree._Element]:
    """Modules, classes, kinds of value, groups and elements, in this order."""
    elements = by_element(grammar)
    used = {name: used_attributes(found) for name, found in elements.items()}
    yield from modules(set(elements))
    for group, names in sorted(tei.unused(used).items()):
        spec = element("classSpec", ident=group, type="atts", mode="change")
        spec.append(
            element(
                "attList", *(element("attDef", ident=name, mode="delete") for name in sorted(names))
            )
        )
        yield spec
    for name, pattern in grammar.patterns.items():
        if grammar.is_value(name):
            said = element("desc", sentence(pattern))
            yield element("dataSpec", said, kind_of_value(pattern), ident=OWN + name, mode="add")
    for name, pattern in grammar.patterns.items():
        if grammar.is_content(name):
            inside = [each for each in pattern if local(each)][1:]
            said = element("desc", sentence(pattern))
            yield element(
                "macroSpec", said, content(grammar, [inside]), ident=OWN + name, mode="add"
            )
    for name in sorted(elements, key=str.lower):
        spec = element_spec(grammar, elements[name], tei.of[name])
        for refused in tei.refused(name, used):
            attributes(spec).append(element("attDef", ident=refused, mode="delete"))
        if name in examples:
            spec.insert(position(spec), examples[name])
        yield spec


def by_element(grammar: Grammar) -> dict[str, list[Definition]]:
    """The definitions of each element."""
    found: dict[str, list[Definition]] = {}
    for definition in grammar.definitions():
        found.setdefault(definition.element, []).append(definition)
    return found


def used_attributes(definitions: Sequence[Definition]) -> set[str]:
    return {each.name for definition in definitions for each in definition.attributes}


def modules(elements: set[str]) -> Iterator[etree._Element]:
    """The modules of the TEI, each with the elements that are taken from it."""
    for module, names in MODULES.items():
        taken = elements & set(names.split())
        elements = elements - taken
        if taken:
            yield element("moduleRef", key=module, include=" ".join(sorted(taken, key=str.lower)))
        else:
            yield element("moduleRef", key=module)
    if elements:
        raise ValueError(f"no module is named for {', '.join(sorted(elements))}")


def element_spec(
    grammar: Grammar, definitions: Sequence[Definition], given: Mapping[str, str]
) -> etree._Element:
    """One element: what it means, in the text before the header; its contents, its attributes."""
    said = list(dict.fromkeys(each.sentence for each in reversed(definitions)))
    module = next(m for m, names in MODULES.items() if definitions[0].element in names.split())
    spec = element("elementSpec", ident=definitions[0].element, module=module, mode="change")
    spec.append(element("desc", " ".join(said)))
    model = content(grammar, [each.content for each in definitions])
    spec.append(model)
    if used_attributes(definitions):
        own = element("attList")
        for name in dict.fromkeys(a.name for each in definitions for a in each.attributes):
            own.append(attribute_def(grammar, definitions, name, given))
        spec.append(own)
    if len(definitions) > 1:
        spec.append(remarks(grammar, definitions))
    return spec


def attribute_def(
    grammar: Grammar, definitions: Sequence[Definition], name: str, given: Mapping[str, str]
) -> etree._Element:
    """An attribute with its closed list of values or its kind of value."""
    found = [a for each in definitions for a in each.attributes if a.name == name]
    needed = len(found) == len(definitions) and all(each.required for each in found)
    made = element("attDef", ident=name, mode="change" if name in given else "add")
    made.set("usage", "req" if needed else "opt")
    made.append(element("desc", " ".join(dict.fromkeys(each.sentence for each in found))))
    if all(each.values for each in found):
        made.append(values(found))
        return made
    kind = datatype(grammar, found[0].kind)
    if kind is not None:
        made.append(kind)
    return made


def values(found: Sequence[Attribute]) -> etree._Element:
    """Every value that the attribute has anywhere, once."""
    said: dict[str, list[str]] = {}
    for each in found:
        for value in each.values:
            known = said.setdefault(value.name, [])
            if value.sentence not in known:
                known.append(value.sentence)
    listed = element("valList", type="closed", mode="replace")
    for name, sentences in said.items():
        listed.append(element("valItem", element("desc", " ".join(sentences)), ident=name))
    return listed


def remarks(grammar: Grammar, definitions: Sequence[Definition]) -> etree._Element:
    """Of an element with several definitions: where each of them holds."""
    listed = element("list", type="gloss")
    for each in reversed(definitions):
        label = element("label")
        for name in parents(grammar, each.pattern):
            label.append(element("gi", name))
        listed.append(label)
        item = element("item", each.sentence)
        for a in each.attributes:
            att = element("att", a.name)
            if a.required:
                att.set("rend", "required")
            item.append(att)
        listed.append(item)
    return element("remarks", element("p", listed), ident="by-place")


def parents(grammar: Grammar, pattern: str) -> list[str]:
    """The elements in which what a pattern defines may stand."""
    found: dict[str, None] = {}
    seen = {pattern}
    open_ = [pattern]
    while open_:
        wanted = open_.pop()
        for name, each in grammar.patterns.items():
            if name in seen or not any(r.get("name") == wanted for r in each.iter(f"{RNG}ref")):
                continue
            if grammar.is_element(name):
                found[grammar.definition(name).element] = None
            else:
                seen.add(name)
                open_.append(name)
    return sorted(found, key=str.lower)


def attributes(spec: etree._Element) -> etree._Element:
    """The list of attributes of a specification, which is made where there is none."""
    found = spec.find(f"{{{TEI}}}attList")
    if found is None:
        found = element("attList")
        model = spec.find(f"{{{TEI}}}content")
        assert model is not None
        model.addnext(found)
    return found


def position(spec: etree._Element) -> int:
    """Where an example goes: before the remarks, else at the end."""
    found = spec.find(f"{{{TEI}}}remarks")
    return len(spec) if found is None else spec.index(found)
