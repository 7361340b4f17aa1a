"""All that helps to begin, or to write up, one session."""

from datetime import datetime

from vitalshift_desktop.domain.agreements import in_force
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.fees import agreement_on
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.scoring import checkin_score
from vitalshift_desktop.domain.promises import promises
from vitalshift_desktop.domain.safe_contact import to_heed
from vitalshift_desktop.domain.sessions import Session, SessionId, numbered
from vitalshift_desktop.services.alliance import course_of
from vitalshift_desktop.services.blind_ratings import open_checkins, shut_sessions
from vitalshift_desktop.services.checkin_entry import RowState, checkin_entry
from vitalshift_desktop.services.fee_lines import FeeLine, fees_of_sessions, sums_of
from vitalshift_desktop.services.goal_views import ledger_of, open_tasks_of
from vitalshift_desktop.services.home_page import CheckinWords, LastFee, LastScores, PrepCard
from vitalshift_desktop.services.note_views import last_time
from vitalshift_desktop.services.score_lines import latest_lines
from vitalshift_desktop.services.session_lines import NoteState, SessionLine
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def prep_card(work: UnitOfWork, line: SessionLine, now: datetime) -> PrepCard:
    """The card of one session as it stands at this instant."""
    client_id = line.client.id
    sessions = work.sessions.of_client(client_id)
    last = last_time(work, sessions, line.session.starts)
    return PrepCard(
        line=line,
        last=last,
        promises=promises(last.plan, line.client.name) if last is not None else (),
        tasks=open_tasks_of(work, client_id),
        ledger=ledger_of(work, client_id),
        clauses=in_force(work.agreements.versions(client_id)),
        checkin_words=_checkin_words(work, line, now),
        scores=_last_scores(work, client_id, sessions, line.session),
        measures=latest_lines(work, client_id, line.session.day),
        fee=_last_fee(work, sessions, line.session, now),
        agreed_fee=agreement_on(
            work.fees.agreements_of((client_id,)).get(client_id, ()),
            line.session.day,
        ),
        risk_word=_risk_word(work, client_id),
        heed=to_heed(work.files.get(client_id)),
        note_exists=line.note in (NoteState.DRAFT, NoteState.SIGNED),
    )


def _risk_word(work: UnitOfWork, client_id: ClientId) -> str:
    words = work.files.risk_words(client_id)
    return words[-1].word if words else ""


def _checkin_words(work: UnitOfWork, line: SessionLine, now: datetime) -> CheckinWords:
    given = work.measures.of_session(line.session.id)
    is_shut = line.session.id in shut_sessions(work, given)
    entry = checkin_entry(line.session.id, line.client.short_name, given, handed_over=is_shut)
    if entry.is_sealed:
        return CheckinWords.YOURS_FIRST
    if entry.client.state is RowState.DONE:
        return CheckinWords.DONE
    if entry.client_open:
        return CheckinWords.CLIENT_NEXT
    return CheckinWords.YOURS_FIRST if line.session.ends <= now else CheckinWords.AT_THE_END


def _last_scores(
    work: UnitOfWork, client_id: ClientId, sessions: tuple[Session, ...], before: Session
) -> LastScores | None:
    """The client's latest check-in before this session, with the counselor's own rating of the same one."""
    earlier = {one.id: one for one in sessions if one.was_held and one.starts < before.starts}
    given = [one for one in open_checkins(work, client_id) if one.session_id in earlier]
    scores = {rater: _scores(given, rater) for rater in (Rater.CLIENT, Rater.COUNSELOR)}
    if not scores[Rater.CLIENT]:
        return None
    latest = max(scores[Rater.CLIENT], key=lambda session_id: earlier[session_id].starts)
    return LastScores(
        day=earlier[latest].day,
        number=numbered(sessions)[latest],
        client=scores[Rater.CLIENT][latest],
        counselor=scores[Rater.COUNSELOR].get(latest),
        classed_as=_classed_as(work, client_id, earlier[latest]),
    )


def _classed_as(work: UnitOfWork, client_id: ClientId, session: Session) -> MarkClass | None:
    """What the counselor calls the mark of this session; the course is asked only where there is such an entry."""
    if not any(one.session_id == session.id for one in work.classed_marks.of_client(client_id)):
        return None
    points = course_of(work, client_id, session.episode_id).points
    return next((one.rupture.kind for one in points if one.session_id == session.id and one.rupture), None)


def _scores(given: list[Administration], rater: Rater) -> dict[SessionId, float]:
    answered = (one for one in given if one.rater is rater and one.state is AdministrationState.ANSWERED)
    found = ((one.session_id, checkin_score(one.answers)) for one in answered)
    return {session_id: score for session_id, score in found if session_id is not None and score is not None}


def _last_fee(work: UnitOfWork, sessions: tuple[Session, ...], before: Session, now: datetime) -> LastFee | None:
    """What became of the fee for the session before, and what is unpaid in all."""
    earlier = [one for one in sessions if one.starts < before.starts and one.starts <= now]
    fees = fees_of_sessions(work, earlier)
    known = [FeeLine(one, fees[one.id]) for one in earlier if one.id in fees]
    if not known:
        return None
    due = [line for line in known if line.fee.is_due]
    return LastFee(known[-1], len(due), sums_of(due))
