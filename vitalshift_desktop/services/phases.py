"""What the counselor can do with the days from which the work is in a phase."""

from collections.abc import Iterable
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId, PhaseMark
from vitalshift_desktop.domain.problems import DateIsImpossible
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

Marks = tuple[PhaseMark, ...]


class Phases:
    """The dated marks of the phases; those of the current episode can be set and put right."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_episode(self, client_id: ClientId) -> Marks:
        """The marks of the current episode, oldest first."""
        with self._vault.read() as work:
            return _own(work, client_id)

    def put_right(self, client_id: ClientId, marks: Iterable[PhaseMark], *, by: object = None) -> Marks:
        """Put these marks in place of those of the current episode, which are handed back for undo.

        Raises NotFound, or DateIsImpossible for a day to come, one before the episode opened, or one given twice.
        """
        wanted = tuple(sorted(marks, key=lambda mark: mark.since))
        with self._vault.write() as work:
            work.clients.get(client_id)
            before = _own(work, client_id)
            _check(wanted, _first_day(work, client_id), today(self._clock))
            for mark in before:
                work.clients.remove_phase_mark(mark)
            for mark in wanted:
                work.clients.mark_phase(mark)
            work.audit.append(AuditAct.PHASE_MARKED, f"client:{client_id}", marks=len(wanted))
        self._events.publish(Changed(Subject.CLIENTS, client_id, by))
        return before


def _own(work: UnitOfWork, client_id: ClientId) -> Marks:
    first = _first_day(work, client_id)
    return tuple(mark for mark in work.clients.phase_marks(client_id) if mark.since >= first)


def _first_day(work: UnitOfWork, client_id: ClientId) -> date:
    """From where the marks belong to the current episode; a first episode has all of them."""
    episode = work.episodes.current(client_id)
    return episode.opened_on if episode is not None and episode.number > 1 else date.min


def _check(marks: Marks, first: date, today: date) -> None:
    days = [mark.since for mark in marks]
    if len(set(days)) < len(days) or any(not first <= day <= today for day in days):
        raise DateIsImpossible
