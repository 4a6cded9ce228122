"""In the confined process: a stranger's stylesheet compiled once, and run on text after text."""

from typing import Any

from saxonche import PySaxonApiError, PySaxonProcessor

from converter.confined.frames import Frame
from converter.render import AFTER_COMPILING, BEFORE_COMPILING, FEATURE, messages_of

# The modules are part of the stylesheet's own text, as data; no other address is opened, ever.
WHILE_COMPILING = {**BEFORE_COMPILING, "allowedProtocols": "data"}
MOST_MESSAGES, LONGEST_MESSAGE = 100, 500


class Stylesheet:
    """The compiled stylesheet."""

    def __init__(self, text: str) -> None:
        self._saxon = PySaxonProcessor(license=False)
        self._set(WHILE_COMPILING)
        compiler = self._saxon.new_xslt30_processor()
        # Otherwise static expressions would be looked at while a text is rendered.
        compiler.set_jit_compilation(False)
        self._compiled = compiler.compile_stylesheet(stylesheet_text=text, encoding="UTF-8")
        self._set(AFTER_COMPILING)
        self._compiled.set_save_xsl_message(True)
        self._compiled.set_property("!encoding", "UTF-8")  # whatever it declares: we write UTF-8

    def __call__(self, header: dict[str, Any], payload: bytes) -> Frame:
        """What it makes of a text, with what it said; or why it could not."""
        self._compiled.clear_parameters()
        self._compiled.clear_xsl_messages()
        for name, value in header["parameters"].items():
            self._compiled.set_parameter(name, self._saxon.make_string_value(value))
        failed, made = "", ""
        try:
            node = self._saxon.parse_xml(xml_text=payload.decode("ascii"), encoding="UTF-8")
            made = self._compiled.transform_to_string(xdm_node=node) or ""
        except PySaxonApiError as error:
            failed = in_a_line(str(error)) or "Saxon does not say why"
        said = [each[:LONGEST_MESSAGE] for each in list(messages_of(self._compiled))]
        told = {"messages": said[:MOST_MESSAGES], "untold": max(0, len(said) - MOST_MESSAGES)}
        return {"failed": failed, **told}, made.encode("utf-8", "replace")

    def _set(self, features: dict[str, str]) -> None:
        for name, value in features.items():
            self._saxon.set_configuration_property(FEATURE + name, value)


def load(header: dict[str, Any], payload: bytes) -> tuple[Any, Frame]:
    """The stylesheet, and whether it could be compiled."""
    try:
        return Stylesheet(payload.decode("ascii")), ({"failed": ""}, b"")
    except PySaxonApiError as error:
        return unusable, ({"failed": in_a_line(str(error)) or "Saxon does not say why"}, b"")


def unusable(header: dict[str, Any], payload: bytes) -> Frame:
    return {"failed": "the stylesheet could not be compiled"}, b""


def in_a_line(text: str) -> str:
    return " ".join(text.split())
