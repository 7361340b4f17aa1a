"""Notes on agreements, worksheets and consultations on the timeline; the counselor's thinking is left out."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import standing
from vitalshift_desktop.services.note_views import beginning_of
from vitalshift_desktop.services.timeline_entries import TimelineEntry, TimelineKind
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def about_agreements(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    """What was written about the agreements with one client; what was set aside is not on it."""
    for event in reversed(work.boundary_events.of_client(client_id)):
        details = event.details
        if event.is_set_aside:
            continue
        at = None if details.at is None else datetime.combine(details.day, details.at, ZoneInfo(details.zone))
        told = beginning_of(details.facts)
        yield TimelineEntry(details.day, TimelineKind.BOUNDARY_EVENT, event, summary=told, starts=at)
    for worksheet in reversed(work.worksheets.of_client(client_id)):
        day = worksheet.happened_on or worksheet.written_on
        yield TimelineEntry(day, TimelineKind.WORKSHEET, worksheet, summary=beginning_of(worksheet.before.what))
    for entry in reversed(standing(work.consultations.of_client(client_id))):
        told = beginning_of(entry.details.question)
        yield TimelineEntry(entry.details.on, TimelineKind.CONSULTATION, entry, summary=told)
