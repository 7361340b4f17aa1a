"""What the counselor can do with the dated notes and events on the alliance chart."""

from collections.abc import Sequence
from datetime import date, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.chart_entries import (
    ChartEntry,
    ChartEntryId,
    EntryKind,
    Happening,
    agreement_events,
    closure_events,
    happenings,
    medicine_events,
    video_events,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import DateIsImpossible
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ChartEntryId(0)
_AROUND = timedelta(days=42)  # what lies so near to the sessions of an episode belongs on its chart


class ChartEntries:
    """Own entries on the charts of the practice's clients; a changed one stays in the vault as it was."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def get(self, entry_id: ChartEntryId) -> ChartEntry:
        """One of them; raises NotFound."""
        with self._vault.read() as work:
            return work.chart_entries.get(entry_id)

    def add(self, client_id: ClientId, day: date, kind: EntryKind, words: str, *, by: object = None) -> ChartEntry:
        """Put something on the chart; raises TextIsMissing, TextTooLong, HiddenCharacters, NotFound.

        DateIsImpossible for a day to come.
        """
        entry = self._checked(ChartEntry(_NOT_YET, client_id, day, kind, words, self._clock.now()))
        with self._vault.write() as work:
            work.clients.get(client_id)
            entry = work.chart_entries.add(entry)
            work.audit.append(AuditAct.CHART_ENTRY_ADDED, f"chart_entry:{entry.id}")
        return self._published(entry, by)

    def change(
        self, entry_id: ChartEntryId, day: date, kind: EntryKind, words: str, *, by: object = None
    ) -> ChartEntry:
        """Put another in its place; raises as `add` does."""
        with self._vault.write() as work:
            before = work.chart_entries.get(entry_id)
            now = self._clock.now()
            entry = self._checked(ChartEntry(_NOT_YET, before.client_id, day, kind, words, now, before.id))
            work.chart_entries.take_off(entry_id, now)
            entry = work.chart_entries.add(entry)
            work.audit.append(AuditAct.CHART_ENTRY_CHANGED, f"chart_entry:{entry.id}")
        return self._published(entry, by)

    def undo_change(self, entry: ChartEntry, *, by: object = None) -> None:
        """Put back the one that this entry replaced; raises NotFound."""
        with self._vault.write() as work:
            work.chart_entries.take_off(entry.id, self._clock.now())
            if entry.replaces_id is not None:
                work.chart_entries.take_off(entry.replaces_id, None)
            work.audit.append(AuditAct.CHART_ENTRY_CHANGED, f"chart_entry:{entry.id}", undone=True)
        self._published(entry, by)

    def take_off(self, entry_id: ChartEntryId, *, by: object = None) -> ChartEntry:
        """Take one off the chart; raises NotFound."""
        return self._taken_off(entry_id, by, undone=False)

    def put_back(self, entry_id: ChartEntryId, *, by: object = None) -> ChartEntry:
        """Put one back that was taken off; raises NotFound."""
        return self._taken_off(entry_id, by, undone=True)

    def _taken_off(self, entry_id: ChartEntryId, by: object, *, undone: bool) -> ChartEntry:
        with self._vault.write() as work:
            work.chart_entries.take_off(entry_id, None if undone else self._clock.now())
            facts = {"undone": True} if undone else {}
            work.audit.append(AuditAct.CHART_ENTRY_TAKEN_OFF, f"chart_entry:{entry_id}", **facts)
            entry = work.chart_entries.get(entry_id)
        return self._published(entry, by)

    def _checked(self, entry: ChartEntry) -> ChartEntry:
        if entry.day > today(self._clock):
            raise DateIsImpossible
        return entry.checked()

    def _published(self, entry: ChartEntry, by: object) -> ChartEntry:
        self._events.publish(Changed(Subject.MEASURES, entry.client_id, by))
        return entry


def happenings_of(
    work: UnitOfWork, client_id: ClientId, sessions: Sequence[Session], until: date
) -> tuple[Happening, ...]:
    """What stands on the chart of these sessions of one episode; nothing where none was held.

    Own entries and known events up to six weeks before the first and after the last session held, so that those of
    another episode stay with theirs, and nothing after the day `until`.
    """
    held = sorted((one for one in sessions if one.was_held), key=lambda one: one.starts)
    if not held:
        return ()
    first, last = held[0].day - _AROUND, min(held[-1].day + _AROUND, until)
    own = [one for one in work.chart_entries.of_client(client_id) if first <= one.day <= last]
    known = (
        *medicine_events(work.medicines.of_client(client_id), first, last),
        *closure_events(work.closures.between(first, last), sessions, work.standing.of_client(client_id)),
        *video_events(held),
        *agreement_events(work.boundary_events.of_client(client_id), first, last),
    )
    return happenings(own, known)
