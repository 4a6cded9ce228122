"""What can be wrong with persons: names that may be one person, the editor's list, pointers."""

from converter.kind import Kind

PERSON_KINDS: dict[str, Kind] = {
    "person-may-be-another": Kind(
        "notice",
        "'{name}' may be '{other}' of {where}; they stay two entries",
        "if they are one, write one person with both names in persons.xml beside edition.toml",
    ),
    "person-pointer-unknown": Kind(
        "warning",
        "'{name}' leads to the person '{id}', whom the edition does not have",
        "correct the pointer, or give the person that id in persons.xml beside edition.toml",
    ),
    "persons-lack": Kind(
        "warning",
        "persons.xml was changed by hand and has no entry '{id}' for '{name}'",
        "add the entry, or run with --overwrite to have the file made anew",
    ),
    "own-persons-empty": Kind(
        "warning",
        "this list of persons has no person",
        'write <listPerson> with a <person xml:id="…"> for each, in the namespace of TEI',
    ),
    "own-person-without-id": Kind(
        "warning",
        "the person '{name}' has no xml:id and is left out",
        'give it one, such as xml:id="vik-ole"',
    ),
    "own-person-without-name": Kind(
        "warning",
        "the person '{id}' has no name and is left out",
        "add a persName as the notes print it, one for each form of the name",
    ),
    "own-person-twice": Kind(
        "warning",
        "the person '{id}' stands in the list twice; the second is left out",
        "put all names into one person, or give the second an id of its own",
    ),
}
