"""Runs one file of the hostile pack as a careless program would, to see that it does harm.

Called by the tests in a process of its own: ``unlocked.py FILE TEXT``.
"""

import resource
import sys
from pathlib import Path

from lxml import etree, isoschematron  # type: ignore[attr-defined]  # the stubs leave it out
from saxonche import PySaxonProcessor

SECONDS, MEMORY = 4, 2 << 30


def main(file: Path, text: Path) -> str:
    careless = etree.XMLParser(load_dtd=True, resolve_entities=True, no_network=False)
    match file.suffix:
        case ".xsl":
            saxon = PySaxonProcessor(license=False)
            compiler = saxon.new_xslt30_processor()
            compiler.set_jit_compilation(False)
            run = compiler.compile_stylesheet(stylesheet_file=str(file))
            run.set_base_output_uri(file.as_uri())
            return str(run.transform_to_string(xdm_node=saxon.parse_xml(xml_file_name=str(text))))
        case ".rng":
            grammar = etree.RelaxNG(etree.parse(str(file), careless))
            grammar.validate(etree.parse(str(text)))
            return str(grammar.error_log)
        case ".sch":
            rules = isoschematron.Schematron(etree.parse(str(file), careless), store_report=True)
            rules.validate(etree.parse(str(text)))
            return str(rules.validation_report)
        case ".xsd":
            import xmlschema

            schema = xmlschema.XMLSchema(str(file), allow="all", defuse="never")
            return " ".join(str(e) for e in schema.iter_errors(str(text))) + str([*schema.elements])
        case _:
            read = etree.parse(str(file), careless)
            read.xinclude()
            return etree.tostring(read, encoding="unicode")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2])))
