"""What the full-text search found, as lines of a list that open what they are about."""

from collections.abc import Iterable
from functools import partial

from vitalshift_desktop.domain.record_search import EntryKind
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.record_search import RecordHit
from vitalshift_desktop.ui.dates_in_words import relative_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.hits_view import Hit
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_ICONS = {
    EntryKind.NOTE: "note-pencil",
    EntryKind.ADDENDUM: "note-pencil",
    EntryKind.CONTACT: "phone",
    EntryKind.GOAL: "check-circle",
    EntryKind.AGREEMENT: "handshake",
    EntryKind.ATTACHMENT: "file-text",
    EntryKind.SAFETY_PLAN: "heart",
    EntryKind.CONSENT: "check-square",
    EntryKind.COMMITMENT: "calendar-check",
    EntryKind.AGREED_BREAK: "calendar-blank",
    EntryKind.BOUNDARY_EVENT: "handshake",
    EntryKind.WORKSHEET: "handshake",
    EntryKind.CONSULTATION: "users",
}
_ABOUT_AGREEMENTS = {
    EntryKind.BOUNDARY_EVENT: "event",
    EntryKind.WORKSHEET: "worksheet",
    EntryKind.CONSULTATION: "consultation",
}
_TABS = {EntryKind.CONTACT: "contacts", EntryKind.GOAL: "goals", EntryKind.AGREEMENT: "agreements"}


def record_hits(desk: Desk, found: Iterable[RecordHit], group: str = "") -> tuple[Hit, ...]:
    """One line for each entry; the key is called to open it. While names are short the sentences are covered."""
    day = today(desk.workspace.clock)
    lines = []
    for hit in found:
        on = "" if hit.day is None else relative_day(hit.day, day)
        lines.append(
            Hit(
                key=partial(open_entry, desk, hit),
                text=desk.privacy.name(hit.client) if hit.client else _("No client yet"),
                detail=_("{kind}, {day}").format(kind=label(hit.kind), day=on) if on else label(hit.kind),
                group=group,
                icon=_ICONS[hit.kind],
                sentence=hit.sentence.words,
                marks=hit.sentence.marks,
                is_covered=desk.privacy.initials_on,
            )
        )
    return tuple(lines)


def open_entry(desk: Desk, hit: RecordHit) -> None:
    """Open exactly what was found."""
    wishes = desk.wishes
    if hit.session_id is not None:
        wishes.note.emit(hit.session_id)
    elif hit.kind is EntryKind.ATTACHMENT:
        wishes.document.emit(hit.item)
    elif hit.kind in _ABOUT_AGREEMENTS:
        wishes.about_agreement.emit(_ABOUT_AGREEMENTS[hit.kind], hit.item)
    elif hit.client is None:
        wishes.page.emit("inbox")
    elif hit.kind is EntryKind.SAFETY_PLAN:
        wishes.safety_plan.emit(hit.client.id)
    elif hit.kind in (EntryKind.COMMITMENT, EntryKind.AGREED_BREAK):
        wishes.client.emit(hit.client.id, "agreements")
    elif hit.kind is EntryKind.CONSENT:
        wishes.consents.emit(hit.client.id)
    else:
        wishes.entry.emit(hit.client.id, _TABS.get(hit.kind, "overview"), hit.item, hit.part)
