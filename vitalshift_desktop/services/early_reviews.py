"""What the counselor can do with the review sheets of sessions 3 and 5."""

from dataclasses import dataclass
from datetime import date, timedelta

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.early_reviews import REVIEWED_SESSIONS, ReviewSheet
from vitalshift_desktop.domain.episodes import Episode
from vitalshift_desktop.domain.goal_ledger import Ledger
from vitalshift_desktop.domain.goals import Goal, GoalStatus
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.alliance import course_of
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.goal_views import ledger_of
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

SITTING = timedelta(minutes=10)
"""Saves of one sheet that follow each other within this time are one act of writing in the audit trail."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One sheet with what the record already knows: the course so far, the goals, and what was agreed and when."""

    client: Client
    number: int
    sheet: ReviewSheet
    held: int
    course: AllianceCourse
    goals: tuple[Goal, ...]
    ledger: Ledger
    agreed_on: date | None


class EarlyReviews:
    """The working sheets of each client's current episode."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def page(self, client_id: ClientId, number: int) -> ReviewPage:
        """The sheet of session 3 or 5; raises NotFound for another number, or before the first session."""
        with self._vault.read() as work:
            client, episode = work.clients.get(client_id), _episode(work, client_id, number)
            kept = work.early_reviews.sheet(episode.id, number)
            agreements = work.agreements.of_client(client_id)
            return ReviewPage(
                client=client,
                number=number,
                sheet=kept[0] if kept else ReviewSheet(),
                held=work.sessions.held_counts((client_id,)).get(client_id, 0),
                course=course_of(work, client_id, episode.id),
                goals=tuple(goal for goal in work.goals.of_client(client_id) if goal.status is GoalStatus.ACTIVE),
                ledger=ledger_of(work, client_id),
                agreed_on=agreements[-1].agreed_on if agreements else None,
            )

    def keep(self, client_id: ClientId, number: int, sheet: ReviewSheet, *, by: object = None) -> ReviewSheet:
        """Keep what stands on a sheet, and give back what stood there before.

        Raises NotFound, TextTooLong, HiddenCharacters, or DateIsImpossible for a talk still to come. Saves that
        follow each other closely leave one entry in the audit trail, unless the day of the talk changed.
        """
        now = self._clock.now()
        with self._vault.write() as work:
            episode = _episode(work, client_id, number)
            before = work.early_reviews.sheet(episode.id, number)
            was = before[0] if before else ReviewSheet()
            work.early_reviews.keep(episode.id, number, sheet.checked(today(self._clock)), now)
            if before is None or now - before[1] >= SITTING or was.talked_on != sheet.talked_on:
                talked = sheet.talked_on is not None
                work.audit.append(AuditAct.EARLY_REVIEW_WRITTEN, f"episode:{episode.id}", number=number, talked=talked)
        self._events.publish(Changed(Subject.MEASURES, client_id, by))
        return was


def _episode(work: UnitOfWork, client_id: ClientId, number: int) -> Episode:
    episode = work.episodes.current(client_id)
    if episode is None or number not in REVIEWED_SESSIONS:
        raise NotFound
    return episode
