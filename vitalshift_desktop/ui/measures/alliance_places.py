"""Makes the forms of the alliance page again after a lock."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.alliance import OF_CLIENT, RatedBy
from vitalshift_desktop.domain.chart_entries import ChartEntryId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.chart_entry_form import ChartEntryForm
from vitalshift_desktop.ui.measures.class_form import ClassForm
from vitalshift_desktop.ui.measures.talk_form import TalkForm, sessions_to_talk
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame


def _talk(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client_id = ClientId(int(rest[0]))
    course = desk.workspace.alliance.course(client_id)
    place = next((place for place, one in enumerate(course.points) if str(one.session_id) in rest[1:]), None)
    if place is None:
        place = course.marks[-1].index if course.marks else None
    later = sessions_to_talk(course, place) if place is not None else ()
    return TalkForm(desk, client_id, later, window) if later else None


def _class(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client_id, session_id, person = ClientId(int(rest[0])), SessionId(int(rest[1])), int(rest[2])
    of = RatedBy(Rater.GUARDIAN, RelatedPersonId(person)) if person else OF_CLIENT
    episode_id = desk.workspace.sessions.get(session_id).session.episode_id
    points = desk.workspace.alliance.view(client_id, episode_id, of).course.points
    found = next((point for point in points if point.session_id == session_id and point.mark), None)
    return ClassForm(desk, client_id, found, window, of=of) if found else None


def _entry(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    entry_id = ChartEntryId(int(rest[1]))
    entry = desk.workspace.chart_entries.get(entry_id) if entry_id else None
    return ChartEntryForm(desk, ClientId(int(rest[0])), window, entry=entry)


MAKERS = {"talk_form": _talk, "class_form": _class, "chart_entry_form": _entry}
