"""Sets a page template with its data in memory: a PDF, or a picture of every page."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from vitalshift_desktop.assets import asset
from vitalshift_desktop.words import _

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
Files: TypeAlias = dict[str, bytes]

COMMON_TEMPLATE: Final = "paper.typ"
DATA_FILE: Final = "data.json"
SHEET_COUNT: Final = "sheets"
_MISSING_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NO_DRAWINGS: Final[Mapping[str, bytes]] = MappingProxyType({})


class TypesettingFailed(Exception):
    """A page template is wrong. It says nothing of the page's content."""


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """A template, the data it shows as JSON text, and drawings (SVG) by file name; nothing of it lies on a disk."""

    template: str
    data: str
    drawings: tuple[tuple[str, bytes], ...] = ()

    @classmethod
    def of(cls, template: str, data: Json, drawings: Mapping[str, bytes] = _NO_DRAWINGS) -> "PaperDocument":
        """A document whose data is cleaned of characters that no page can show."""
        return cls(template, json.dumps(_clean(data), sort_keys=True), tuple(sorted(drawings.items())))


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF.

    `is_tagged` is PDF/UA-1 as the typesetter checks it; `missing_glyphs` are the characters that no font had.
    """

    content: bytes
    sheets: int
    is_tagged: bool = True
    missing_glyphs: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the file, 64 hex digits."""
        return hashlib.sha256(self.content).hexdigest()


def pdf(document: PaperDocument) -> Pdf:
    """The document as a tagged PDF.

    A character that our fonts lack is looked for in the fonts of the system; one that is nowhere gives a PDF
    without the accessibility standard that names it in `missing_glyphs`. Raises TypesettingFailed for a wrong template.
    """
    files = _files(document)
    fonts = _fitting_fonts(files)
    content = fonts.tagged or _compiled(files, "pdf", system_fonts=True)[0]
    return Pdf(content, _sheets(files, fonts.from_system), fonts.tagged is not None, fonts.missing_glyphs)


def page_pictures(document: PaperDocument, ppi: float = 192) -> tuple[bytes, ...]:
    """A PNG of every page, `ppi` dots to the inch: 192 to be scaled down for the screen, 300 for a printer."""
    files = _files(document)
    return _compiled(files, "png", system_fonts=_fitting_fonts(files).from_system, ppi=ppi)


def missing_glyph_notice(made: Pdf) -> str:
    """One sentence for the counselor when characters could not be printed, else an empty one."""
    if not made.missing_glyphs:
        return ""
    return _(
        "No font on this computer has these characters, so the page shows an empty box for each: {characters} "
        "Write them another way, or install a font that has them."
    ).format(characters=" ".join(made.missing_glyphs))


@dataclass(frozen=True, slots=True)
class _FittingFonts:
    """Whether the system's fonts are needed, the tagged PDF if one could be set, and what no font has."""

    from_system: bool
    tagged: bytes | None
    missing_glyphs: str = ""


def _fitting_fonts(files: Files) -> _FittingFonts:
    """Only our own fonts where they have every character, so that pages look the same on every computer."""
    missing = ""
    for from_system in (False, True):
        try:
            return _FittingFonts(from_system, _compiled(files, "pdf", system_fonts=from_system, standard="ua-1")[0])
        except _GlyphsMissing as lack:
            missing = lack.characters
    return _FittingFonts(from_system=True, tagged=None, missing_glyphs=missing)


class _GlyphsMissing(Exception):
    """The accessibility standard was refused for characters that no font has."""

    def __init__(self, characters: str) -> None:
        super().__init__()
        self.characters = characters


def _compiled(
    files: Files,
    kind: Literal["pdf", "png"],
    *,
    system_fonts: bool,
    standard: Literal["ua-1"] | None = None,
    ppi: float | None = None,
) -> tuple[bytes, ...]:
    """Calls the typesetter; what it says of an error holds the page's words, so that is never passed on."""
    import typst  # large, and not needed before the first page

    try:
        made: bytes | list[bytes] = typst.compile(  # type: ignore[call-overload]  # the stubs know no files in memory
            files,
            root=_template_folder(),
            font_paths=_font_folders(),
            ignore_system_fonts=not system_fonts,
            format=kind,
            ppi=ppi,
            pdf_standards=standard,
        )
    except typst.TypstError as error:
        characters = _missing_glyphs(error.diagnostic)
    else:
        return (made,) if isinstance(made, bytes) else tuple(made)
    if characters:
        raise _GlyphsMissing(characters)
    raise TypesettingFailed


def _sheets(files: Files, system_fonts: bool) -> int:
    import typst

    found: str = typst.query(  # type: ignore[misc]  # the stubs know no files in memory
        files,
        f"<{SHEET_COUNT}>",
        root=_template_folder(),
        field="value",
        one=True,
        font_paths=_font_folders(),
        ignore_system_fonts=not system_fonts,
    )
    return int(json.loads(found))


def _template_folder() -> str:
    """The only folder a template can read from; without it that would be the folder the app was started in."""
    return str(asset("paper"))


def _font_folders() -> list[str]:
    return [str(asset("fonts"))]


def _files(document: PaperDocument) -> Files:
    """Everything a page is set from, by name, held in memory."""
    return {
        "main": asset("paper", document.template).read_bytes(),
        COMMON_TEMPLATE: asset("paper", COMMON_TEMPLATE).read_bytes(),
        DATA_FILE: document.data.encode("ascii"),
        **dict(document.drawings),
    }


def _missing_glyphs(diagnostic: str) -> str:
    """The characters the typesetter names, each once, in the order of the page."""
    found = (_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in _MISSING_GLYPH.findall(diagnostic))
    return "".join(dict.fromkeys("".join(found)))


def _clean(value: Json) -> Json:
    """The same data without characters that no page can show."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if isinstance(value, Mapping):
        return {key: _clean(part) for key, part in value.items()}
    if isinstance(value, Sequence):
        return [_clean(part) for part in value]
    return value
