"""Collects the visible words of the app into its gettext catalogue."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "vitalshift.pot"

_KEYWORDS = {"_": None, "ngettext": (1, 2)}


def collected() -> bytes:
    """The catalogue as the code stands now, without dates and line numbers, so that it changes only with the words."""
    catalogue = Catalog(project="VitalShift Desktop", charset="utf-8", fuzzy=False)
    for path in sorted((ROOT / "vitalshift_desktop").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        with path.open("rb") as source:
            for line, message, comments, context in extract("python", source, _KEYWORDS, ["Translators:"]):
                catalogue.add(message, locations=[(place, line)], auto_comments=comments, context=context)
    written = BytesIO()
    write_po(written, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=True)
    return _HEADER + written.getvalue()


_HEADER = b"""# The words of VitalShift Desktop.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def main() -> None:
    """Write the catalogue."""
    CATALOGUE.write_bytes(collected())


if __name__ == "__main__":
    main()
