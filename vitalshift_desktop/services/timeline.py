"""One line for everything that happened with a client, and the kinds of things to pick out of it."""

from collections.abc import Iterable
from datetime import date, time

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.services.instruments import instrument_of
from vitalshift_desktop.services.note_views import beginning_of
from vitalshift_desktop.services.score_lines import score_line
from vitalshift_desktop.services.scores import results_of
from vitalshift_desktop.services.timeline_agreements import about_agreements
from vitalshift_desktop.services.timeline_entries import TimelineEntry, TimelineKind
from vitalshift_desktop.services.timeline_sessions import session_entries
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def timeline(work: UnitOfWork, client_id: ClientId) -> tuple[TimelineEntry, ...]:
    """Everything that happened with one client, newest first; sessions still to come are left out."""
    entries = [*_agreements(work, client_id), *_goals(work, client_id), *_forms(work, client_id)]
    entries += [*_not_given(work, client_id), *_documents(work, client_id), *_contacts(work, client_id)]
    entries += [*_safety_plans(work, client_id), *_talks(work, client_id), *_risk_words(work, client_id)]
    entries += [*_episodes(work, client_id), *_commitments(work, client_id)]
    entries += about_agreements(work, client_id)
    entries += [*_phases(work, client_id), *_statuses(work, client_id), *session_entries(work, client_id)]
    # Within one day and without a time, what was written down later stands first.
    return tuple(sorted(entries, key=_order)[::-1])


def _order(entry: TimelineEntry) -> tuple[date, time]:
    """On one day a session comes after what was set around it, by its own wall-clock time."""
    return entry.day, entry.starts.time() if entry.starts else time.min


def _agreements(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for agreement in work.agreements.of_client(client_id):
        yield TimelineEntry(agreement.agreed_on, TimelineKind.AGREEMENT, agreement.clauses)


def _goals(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for goal in work.goals.of_client(client_id):
        if goal.details.agreed_on:
            yield TimelineEntry(goal.details.agreed_on, TimelineKind.GOAL, goal)


def _forms(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    """Answered forms of the client or a guardian; the check-in stands with its session."""
    for scored in results_of(work, client_id):
        form = scored.administration
        if form.rater is not Rater.COUNSELOR and form.instrument_id != CHECKIN:
            yield TimelineEntry(form.given_on, TimelineKind.SCORE, form, scores=score_line(scored))


def _not_given(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    """What was not given in a session, with the reason; it stands with its session."""
    missing = work.measures_not_given.of_client(client_id)
    names = {one: instrument_of(work, one).name for one in {one.instrument_id for one in missing}}
    sessions = {session.id: session for session in work.sessions.of_client(client_id)} if missing else {}
    for one in missing:
        session = sessions[one.session_id]
        if not session.was_held:
            continue
        yield TimelineEntry(
            day=session.day,
            kind=TimelineKind.NOT_GIVEN,
            thing=one,
            summary=one.note,
            session_id=session.id,
            starts=session.local_start,
            measure="" if one.instrument_id == CHECKIN else names[one.instrument_id],
        )


def _documents(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for attachment in reversed(work.attachments.of_client(client_id)):
        yield TimelineEntry(attachment.day, TimelineKind.DOCUMENT, attachment, summary=attachment.name)


def _contacts(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for contact in reversed(work.contacts.of_client(client_id)):
        told = beginning_of(contact.details.text or contact.details.third_party_words)
        at = contact.details.local_at
        yield TimelineEntry(contact.details.day, TimelineKind.CONTACT, contact, summary=told, starts=at)


def _safety_plans(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for version in work.safety_plans.of_client(client_id):
        yield TimelineEntry(version.in_force_on, TimelineKind.SAFETY_PLAN, version)


def _commitments(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    """The rhythms and breaks that were agreed and not taken back."""
    for one in work.commitments.of_client(client_id):
        if one.taken_back_at is None:
            yield TimelineEntry(one.agreed_on, TimelineKind.COMMITMENT, one, summary=one.reason)
    for away in work.commitments.breaks_of((client_id,))[client_id]:
        if away.taken_back_at is None:
            yield TimelineEntry(away.agreed_on, TimelineKind.BREAK, away, summary=away.words)


def _episodes(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for episode in work.episodes.of_client(client_id):
        if episode.number > 1:  # the first one opens as the client comes to the practice, which the status says
            yield TimelineEntry(episode.opened_on, TimelineKind.EPISODE_OPENED, episode)
        if episode.ended_on is not None:
            yield TimelineEntry(episode.ended_on, TimelineKind.EPISODE_ENDED, episode, summary=episode.words)


def _talks(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for talk in work.files.talks(client_id):
        yield TimelineEntry(talk.on, TimelineKind.SERVICE, talk, summary=talk.note)


def _risk_words(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for word in work.files.risk_words(client_id):
        told = [part for part in (word.word, word.note) if part]
        yield TimelineEntry(word.on, TimelineKind.RISK_WORD, word, summary="\n".join(told))


def _phases(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for mark in work.clients.phase_marks(client_id):
        yield TimelineEntry(mark.since, TimelineKind.PHASE, mark.phase)


def _statuses(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    told = {entry.day for entry in _episodes(work, client_id)}
    for change in work.clients.status_changes(client_id):
        if change.on not in told:
            yield TimelineEntry(change.on, TimelineKind.STATUS, change.status, summary=change.reason)
