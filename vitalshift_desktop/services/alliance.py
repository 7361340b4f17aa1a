"""What the counselor can do with the course of the alliance."""

from dataclasses import dataclass

from vitalshift_desktop.domain.alliance import (
    OF_CLIENT,
    AllianceCourse,
    RatedBy,
    TalkedThrough,
    alliance_course,
    rated_by,
)
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.chart_entries import Happening
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.mark_classes import ClassedId, ClassedMark, MarkClass
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import Session, SessionId, in_episode, numbered
from vitalshift_desktop.services.blind_ratings import open_checkins, shut_sessions
from vitalshift_desktop.services.chart_entries import happenings_of
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ClassedId(0)


@dataclass(frozen=True, slots=True)
class AllianceView:
    """What the alliance page shows of one client and one episode.

    `raters` are those whose courses there are, the client first; `people` names the guardians among them; `of` is the
    one that `course` is of: the client where the wanted one has no ratings here; `not_given` are its sessions without a
    check-in that say why. `shut` are the numbers of the sessions whose ratings came by hand-over and open after the
    counselor's own.
    """

    course: AllianceCourse
    raters: tuple[RatedBy, ...]
    people: dict[RelatedPersonId, str]
    of: RatedBy
    happenings: tuple[Happening, ...]
    not_given: tuple[NotGiven, ...] = ()
    shut: tuple[int, ...] = ()


EMPTY_VIEW = AllianceView(AllianceCourse(), (OF_CLIENT,), {}, OF_CLIENT, ())


class Alliance:
    """The course of the alliance with each client, from the check-ins."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def course(self, client_id: ClientId, episode_id: EpisodeId | None = None) -> AllianceCourse:
        """Both threads of one client in one episode (the current one unless told), with the usual range and marks."""
        with self._vault.read() as work:
            return course_of(work, client_id, episode_id or current_id(work, client_id))

    def view(self, client_id: ClientId, episode_id: EpisodeId | None = None, of: RatedBy = OF_CLIENT) -> AllianceView:
        """The course of one rater, with who else rated and what stands on the chart beside the scores."""
        with self._vault.read() as work:
            episode = episode_id or current_id(work, client_id)
            sessions = in_episode(work.sessions.of_client(client_id), episode)
            own = {session.id for session in sessions}
            raters = rated_by(one for one in open_checkins(work, client_id) if one.session_id in own)
            shown = of if of in raters else OF_CLIENT
            people = work.related_people.of_client(client_id) if len(raters) > 1 else ()
            return AllianceView(
                course=course_of(work, client_id, episode, shown),
                raters=raters,
                people={one.id: one.details.name for one in people},
                of=shown,
                happenings=happenings_of(work, client_id, sessions, today(self._clock)),
                not_given=tuple(
                    one
                    for one in work.measures_not_given.of_client(client_id)
                    if one.instrument_id == CHECKIN and one.session_id in own
                ),
                shut=_shut(work, client_id, sessions),
            )

    def talk_through(
        self, client_id: ClientId, session_id: SessionId, note: str = "", *, by: object = None
    ) -> TalkedThrough:
        """Record that a drop was talked through in this session; raises AlreadyRecorded the second time."""
        entry = TalkedThrough(client_id, session_id, self._clock.now(), note.strip())
        with self._vault.write() as work:
            work.talked_through.add(entry)
            work.audit.append(AuditAct.DROP_TALKED_THROUGH, f"session:{session_id}")
        self._events.publish(Changed(Subject.MEASURES, client_id, by))
        return entry

    def undo_talk_through(self, client_id: ClientId, session_id: SessionId, *, by: object = None) -> TalkedThrough:
        """Take that entry back; raises NotFound."""
        with self._vault.write() as work:
            entry = work.talked_through.remove(session_id)
            work.audit.append(AuditAct.DROP_TALKED_THROUGH, f"session:{session_id}", undone=True)
        self._events.publish(Changed(Subject.MEASURES, client_id, by))
        return entry

    def class_mark(
        self,
        client_id: ClientId,
        session_id: SessionId,
        kind: MarkClass,
        note: str = "",
        *,
        of: RatedBy = OF_CLIENT,
        by: object = None,
    ) -> ClassedMark:
        """Say what the mark of this session is; a mark that was classed before keeps its earlier entries.

        Raises NotFound when this rater's score of the session is not marked, TextTooLong or HiddenCharacters.
        """
        entry = ClassedMark(
            _NOT_YET, client_id, session_id, kind, note, self._clock.now(), of.rater, of.person_id
        ).checked()
        with self._vault.write() as work:
            episode_id = work.sessions.get(session_id).episode_id
            course = course_of(work, client_id, episode_id, of)
            if not any(point.session_id == session_id and point.mark for point in course.points):
                raise NotFound
            entry = work.classed_marks.add(entry)
            work.audit.append(AuditAct.MARK_CLASSED, f"session:{session_id}")
        self._events.publish(Changed(Subject.MEASURES, client_id, by))
        return entry

    def undo_class(self, entry_id: ClassedId, *, by: object = None) -> None:
        """Take an entry back right after it was written; it stays in the vault. Raises NotFound or AlreadyRecorded."""
        with self._vault.write() as work:
            entry = work.classed_marks.get(entry_id)
            work.classed_marks.take_back(entry_id, self._clock.now())
            work.audit.append(AuditAct.MARK_CLASSED, f"session:{entry.session_id}", undone=True)
        self._events.publish(Changed(Subject.MEASURES, entry.client_id, by))


def course_of(
    work: UnitOfWork, client_id: ClientId, episode_id: EpisodeId | None, of: RatedBy = OF_CLIENT
) -> AllianceCourse:
    """The course of one rater in one episode, within a unit of work; every episode has its own range and marks."""
    sessions = in_episode(work.sessions.of_client(client_id), episode_id)
    return alliance_course(
        sessions,
        numbered(sessions),
        open_checkins(work, client_id),
        work.talked_through.of_client(client_id),
        work.classed_marks.of_client(client_id),
        of,
    )


def _shut(work: UnitOfWork, client_id: ClientId, sessions: tuple[Session, ...]) -> tuple[int, ...]:
    shut = shut_sessions(work, work.measures.of_client(client_id, CHECKIN))
    numbers = numbered(sessions) if shut else {}
    return tuple(sorted(numbers[one] for one in shut if one in numbers))


def current_id(work: UnitOfWork, client_id: ClientId) -> EpisodeId | None:
    """The current episode of a client; None before the first."""
    episode = work.episodes.current(client_id)
    return episode.id if episode else None
