"""The pass render: one TEI document → HTML or text, by stylesheets, in a locked-down Saxon."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from converter.markup import ID
from converter.problems import Place, Problem, Refused
from converter.resources import stylesheet
from converter.xml_files import line_of, parse_xml

TEI = "http://www.tei-c.org/ns/1.0"
FEATURE = "http://saxon.sf.net/feature/"

# Text goes in and text comes out: nothing that runs here may read a file, ask the network or write.
# Read by the compiler, so set before it: without them 15 of 20 hostile stylesheets did harm.
BEFORE_COMPILING = {
    "allow-external-functions": "false",
    "disableXslEvaluate": "true",
    "parserFeature?uri=http%3A//apache.org/xml/features/disallow-doctype-decl": "true",
    # Saxon's parser stops at 100 levels, lxml's, which has read the file before, at 256.
    "parserProperty?uri=jdk.xml.maxElementDepth": "1000",
}
# Our own stylesheets include their modules from files; after that no address may be opened.
AFTER_COMPILING = {"allowedProtocols": ""}

STYLESHEETS = {
    "html": "html/edition.xsl",
    "text": "text/reading.xsl",
    "words": "words/words.xsl",
    "contents": "contents/contents.xsl",
    "search": "search/search.xsl",
    "annotations": "annotations/page.xsl",
    "encoding": "guide/page.xsl",
    "bibliography html": "bibliography/page.xsl",
    "bibliography text": "bibliography/reading.xsl",
    "persons html": "persons/page.xsl",
    "places html": "places/page.xsl",
    "calendar html": "calendar/page.xsl",
}
Parameters = dict[str, str | PyXdmNode]
SAYS = ": no template for "  # between path and name in the stylesheets' one message


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came out, and the elements no template knew, whose words are in it all the same."""

    text: str
    unhandled: tuple[Problem, ...] = ()


class Renderer:
    """One warm processor with its compiled stylesheets: make one in each process and keep it.

    Not for threads: two processors in two threads have ended the process.
    """

    def __init__(self, stylesheets: Mapping[str, str] = STYLESHEETS) -> None:
        self._files = stylesheets
        self._last: Source | None = None  # a page and a text are made of one reading
        self._saxon = PySaxonProcessor(license=False)
        self._set(BEFORE_COMPILING)
        compiler = self._saxon.new_xslt30_processor()
        self._compiled = {
            name: compiler.compile_stylesheet(stylesheet_file=str(stylesheet(file)))
            for name, file in stylesheets.items()
        }
        self._set(AFTER_COMPILING)
        for compiled in self._compiled.values():
            compiled.set_save_xsl_message(True)

    def html(
        self,
        tei: str | bytes,
        *,
        path: str,
        strict: bool = False,
        assets: str = "",
        home: str = "../index.html",
        interface: str = "en",
        search: str = "",
        show_doubt: bool = False,
        doubts: str = "",
        site: bytes = b"",
        lists: str = "",
        calendar: str = "",
    ) -> Rendered:
        """One document, or a list of the edition such as its bibliography, as a page.

        ``lists`` names the pages beside it that are no documents: "bibliography persons search".
        ``calendar`` is the place of a document in the calendar of its volume, if there is one.
        ``assets`` is the prefix of its stylesheet's address; ``search`` is the address of the page
        on which the edition is searched, if there is one; ``doubts`` is what is known of
        uncertain places, as ``whereabouts.py`` writes it, ``site`` what ``site/beside.py`` says.
        """
        source = self._source(tei, path)
        parameters = self._around(assets, interface, site) | {"home": home}
        if source.list_name:
            parameters["lists"] = lists
            return self._render(f"{source.list_name} html", source, parameters, strict=strict)
        parameters |= {"search": search, "calendar": calendar}
        parameters["show-doubt"] = "yes" if show_doubt else "no"
        if show_doubt and doubts:
            parameters["doubts"] = self._saxon.parse_xml(xml_text=doubts)
        return self._render("html", source, parameters, strict=strict)

    def text(
        self, tei: str | bytes, *, path: str, strict: bool = False, interface: str = "en"
    ) -> Rendered:
        """One document, or the bibliography, as plain text for reading, with notes and pages."""
        source = self._source(tei, path)
        name = "bibliography text" if source.list_name == "bibliography" else "text"
        return self._render(name, source, {"interface": interface}, strict=strict)

    def words(
        self, tei: str | bytes, *, path: str, strict: bool = False, places: Iterable[int] = ()
    ) -> Rendered:
        """The author's words alone, a paragraph a line; nothing where a document has none.

        ``places`` are those of the sections that are wanted, counted from 1; else all are.
        """
        wanted = " ".join(map(str, places))
        return self._render("words", self._source(tei, path), {"sections": wanted}, strict=strict)

    def contents(
        self,
        tei: str | bytes,
        *,
        path: str = "contents",
        strict: bool = True,
        assets: str = "assets/",
        interface: str = "en",
        site: bytes = b"",
        lists: str = "",
    ) -> Rendered:
        """The contents page of an edition; what it takes is told in ``xslt/contents/all.xsl``."""
        parameters = self._around(assets, interface, site) | {"lists": lists}
        return self._render("contents", Source(tei, path), parameters, strict=strict)

    def search(
        self,
        tei: str | bytes,
        *,
        path: str = "search",
        assets: str = "assets/",
        interface: str = "en",
        site: bytes = b"",
        lists: str = "",
    ) -> Rendered:
        """The page on which an edition is searched, from the TEI of its contents page."""
        parameters = self._around(assets, interface, site) | {"lists": lists}
        return self._render("search", Source(tei, path), parameters, strict=True)

    def annotations(
        self,
        tei: bytes,
        *,
        assets: str = "assets/",
        interface: str = "en",
        site: bytes = b"",
        lists: str = "",
    ) -> Rendered:
        """The page of a reader's annotations; what it takes is told in its ``all.xsl``."""
        parameters = self._around(assets, interface, site) | {"lists": lists}
        text, _ = self._run("annotations", Source(tei, "annotations"), parameters)
        return Rendered(text)

    def encoding(
        self, tei: bytes, *, interface: str = "en", site: bytes = b"", lists: str = ""
    ) -> Rendered:
        """The page around the guide to the encoding, without the body that is packaged ready."""
        parameters = self._around("assets/", interface, site) | {"lists": lists}
        text, _ = self._run("encoding", Source(tei, "encoding"), parameters)
        return Rendered(text)

    def made_by(self, name: str, tei: str | bytes, *, path: str, **parameters: str) -> Rendered:
        """One document by the stylesheet of this name, with the parameters that it declares."""
        return self._render(name, self._source(tei, path), dict(parameters), strict=False)

    def _around(self, assets: str, interface: str, site: bytes) -> Parameters:
        """What every page is told of the site around it."""
        known: Parameters = {"assets": assets, "interface": interface}
        if site:
            known["site"] = self._saxon.parse_xml(xml_text=site.decode())
        return known

    def _source(self, tei: str | bytes, path: str) -> "Source":
        """The file read; of one that was rendered just before, what was read then."""
        if self._last is None or self._last.tei is not tei or self._last.path != path:
            self._last = Source(tei, path)
        return self._last

    def _set(self, features: dict[str, str]) -> None:
        for name, value in features.items():
            self._saxon.set_configuration_property(FEATURE + name, value)

    def _render(
        self, name: str, source: "Source", parameters: Parameters, *, strict: bool
    ) -> Rendered:
        """Run one stylesheet; where it is strict, the first element without a template refuses.

        The stylesheet marks in either case: a run that it ends itself is told by Saxon on standard
        error too, in its own words.
        """
        text, messages = self._run(name, source, parameters | {"on-unhandled": "mark"})
        code = "element-not-handled" if strict else "element-marked"
        unhandled = tuple(source.unhandled(code, message) for message in messages)
        if strict and unhandled:
            raise Refused(unhandled[0])
        return Rendered(text, unhandled)

    def _run(self, name: str, source: "Source", parameters: Parameters) -> tuple[str, list[str]]:
        """The output and the messages; parameters and messages of the run before are forgotten."""
        compiled = self._compiled[name]
        compiled.clear_parameters()
        compiled.clear_xsl_messages()
        for parameter, value in parameters.items():
            given = self._saxon.make_string_value(value) if isinstance(value, str) else value
            compiled.set_parameter(parameter, given)
        try:
            if source.node is None:
                source.node = self._saxon.parse_xml(xml_text=source.xml)
            text: str = compiled.transform_to_string(xdm_node=source.node)
        except PySaxonApiError as error:
            said = [*messages_of(compiled), " ".join(str(error).split())]
            reason = "; ".join(said)
            problem = source.problem(
                "stylesheet-failed", stylesheet=self._files[name], reason=reason
            )
            raise Refused(problem) from error
        return text, list(messages_of(compiled))


def messages_of(compiled: PyXsltExecutable) -> Iterator[str]:
    """What the stylesheet said in this run; ``None`` stands for nothing."""
    for message in compiled.get_xsl_messages() or ():
        yield str(message)


class Source:
    """A TEI file read and found fit to be rendered; knows the line of an element in it."""

    def __init__(self, tei: str | bytes, path: str) -> None:
        self.tei, self.path = tei, path
        self.node: PyXdmNode | None = None  # as Saxon has it, from the first run on
        # A str has been decoded: the mark says UTF-8, whatever its declaration said before.
        data = tei.encode("utf-8-sig", "surrogatepass") if isinstance(tei, str) else tei
        self._root = parse_xml(data, path).getroot()
        if self._root.tag != f"{{{TEI}}}TEI":
            name = etree.QName(self._root).localname
            raise Refused(self.problem("render-not-tei", line_of(self._root), name=name))

    @property
    def list_name(self) -> str:
        """The name of a list of the edition, which has stylesheets of its own; else nothing."""
        name = self._root.get(ID) or ""
        return name if f"{name} html" in STYLESHEETS else ""

    @property
    def xml(self) -> str:
        return etree.tostring(self._root, encoding="unicode")

    def problem(self, code: str, line: int = 0, **facts: str) -> Problem:
        return Problem(code, Place(self.path, line), facts=facts)

    def unhandled(self, code: str, message: str) -> Problem:
        """The stylesheet's message about an element as a problem with its line."""
        path, _, name = message.partition(SAYS)
        steps = [f"{{*}}{step}" for step in path.split("/")[2:]]
        found = self._root.find("/".join(steps)) if steps else self._root
        line = 0 if found is None else line_of(found)
        return self.problem(code, line, path=path, name=name)
