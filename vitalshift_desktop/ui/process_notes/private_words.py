"""A process note as a row of its list."""

from datetime import date

from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.services.process_notes import ProcessNoteLine
from vitalshift_desktop.ui.dates_in_words import relative_day
from vitalshift_desktop.ui.widgets.rows_model import Row
from vitalshift_desktop.words import _

_BEFORE, _LONGEST = 24, 140


def row_of(line: ProcessNoteLine, words: str, today: date, *, hidden: bool) -> Row:
    """The day, the session, and the words around what was searched for; no words while they are to be hidden."""
    about = _("Session {n}").format(n=line.session_no) if line.session_no is not None else ""
    excerpt = _("Hidden") if hidden else excerpt_of(line.note.text, words)
    return Row(line.note.id, relative_day(line.day, today), about, excerpt)


def excerpt_of(text: str, words: str) -> str:
    """One line: from a little before the first word that was searched for, or from the beginning."""
    flat = " ".join(text.split())
    places = [folded(flat).find(word) for word in folded(words).split()]
    first = min((place for place in places if place > 0), default=0)
    start = max(0, first - _BEFORE)
    if start:
        start = flat.find(" ", start) + 1  # whole words only
    return ("… " if start else "") + flat[start : start + _LONGEST]
