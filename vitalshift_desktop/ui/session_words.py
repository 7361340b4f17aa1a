"""How a session is told in a list: its number, where the work stands, and how far its note has come."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from vitalshift_desktop.domain.attendance import Mark, mark_of
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.services.session_lines import NoteState, SessionLine
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.late_words import late_in_list
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _

LONGEST_NAME = 34


@dataclass(frozen=True, slots=True)
class LineState:
    """What stands at the right of a session's row: words, their tone and an icon."""

    words: str
    tone: str = "2"
    icon: str = ""


def number_words(line: SessionLine) -> str:
    """Such as "Session 12"; a session that was not held has no number."""
    return "" if line.number is None else _("Session {n}").format(n=line.number)


def detail_words(line: SessionLine, *, in_full: bool) -> str:
    """Such as "Session 12, Working, in person", or only "Session 12" and what was unusual."""
    late = in_sentence(Attendance.LATE) if line.session.attendance is Attendance.LATE else ""
    more = [label(line.phase), in_sentence(line.session.modality)] if in_full and line.session.stands else []
    return ", ".join(part for part in (number_words(line), late, *more) if part)


def line_state(line: SessionLine, *, has_begun: bool) -> LineState | None:
    """How far the note is, or why there will be none; None for a session that is still to come."""
    session = line.session
    if not session.stands:
        return LineState(absence_words(session))
    if line.note is not NoteState.NONE:
        return _note_state(line)
    if not has_begun:
        return None
    if session.attendance is Attendance.PLANNED:
        return LineState(_("Attendance not marked"), "attn")
    return LineState(_("Note not started"), "attn")


def _note_state(line: SessionLine) -> LineState:
    signed = _("Note signed") if line.late is None else late_in_list(line.late)
    return {
        NoteState.DRAFT: LineState(_("Note not finished"), "attn"),
        NoteState.SIGNED: LineState(signed, "2", "check"),
        NoteState.PUT_ASIDE: LineState(_("Note put aside")),
    }[line.note]


def absence_words(session: Session) -> str:
    """Such as "Canceled by client, short notice"."""
    return mark_words(mark_of(session))


def attendance_words(attendance: Attendance) -> str:
    """What a list to choose from says for an attendance."""
    return _("Not marked") if attendance is Attendance.PLANNED else label(attendance)


def mark_words(mark: Mark) -> str:
    """Such as "Canceled by client, short notice", for what stood or stands about attendance."""
    who = label(mark.cancelled_by) if mark.cancelled_by else attendance_words(mark.attendance)
    return _("{canceled}, short notice").format(canceled=who) if mark.late_notice else who


def note_button_words(line: SessionLine, *, has_begun: bool) -> str:
    """What a button beside the row would do; "" where nothing is to be written."""
    if line.note is NoteState.DRAFT:
        return _("Finish note")
    if line.note is NoteState.NONE and has_begun and line.session.stands:
        return _("Write note")
    return ""


def clock_span(session: Session) -> str:
    """Such as "13:30 to 14:20"."""
    return _("{start} to {end}").format(start=time_words(session.local_start), end=time_words(local_end(session)))


def local_end(session: Session) -> datetime:
    """The planned end on the wall clock of the place where the session was written."""
    return session.ends.astimezone(session.local_start.tzinfo)


def cut(name: str, longest: int = LONGEST_NAME) -> str:
    """A name that fits into a row; `whole_name_tip` has all of it."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"


def whole_name_tip(name: str, longest: int = LONGEST_NAME) -> str:
    """The tip for a name that was cut; "" for one that was not. Angle brackets are made harmless."""
    return f"<span>{escape(name)}</span>" if len(name) > longest else ""
