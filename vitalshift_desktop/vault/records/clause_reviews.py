"""Reviews of all clauses of a client: rows to domain and back."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import String, func, select, text
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.clause_reviews import ClauseReview, ClauseReviewId, ReviewFacts, WorkNow, latest
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.online import ONLINE
from vitalshift_desktop.vault.records.refusals import insert
from vitalshift_desktop.vault.records.sessions import HELD
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among
from vitalshift_desktop.vault.tables.agreements import ClauseRow, ClauseVersionRow
from vitalshift_desktop.vault.tables.clause_reviews import ClauseReviewRow, ClauseReviewTakenBackRow
from vitalshift_desktop.vault.tables.client_files import ClientFileRow
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.episodes import EpisodeRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

_ALL = select(
    ClauseReviewRow.id,
    ClauseReviewRow.client_id,
    ClauseReviewRow.reviewed_on,
    ClauseReviewRow.session_no,
    ClauseReviewRow.words,
    ClauseReviewRow.service_type,
    ClauseReviewRow.online,
    ClauseReviewRow.with_interpreter,
)
_COUNTS = ClauseReviewRow.id.not_in(select(ClauseReviewTakenBackRow.review_id))
_COUNTING = _ALL.where(_COUNTS).order_by(ClauseReviewRow.client_id, ClauseReviewRow.reviewed_on, ClauseReviewRow.id)
_OF_CLIENTS = _COUNTING.where(among(ClauseReviewRow.client_id))
_Last, _Held, _Latest = aliased(EpisodeRow), aliased(SessionRow), aliased(SessionRow)
_NUMBER = select(func.max(_Last.number)).where(_Last.client_id == ClientRow.id).correlate(ClientRow).scalar_subquery()
_COUNT = (
    select(func.count())
    .select_from(_Held)
    .where(_Held.client_id == ClientRow.id, _Held.episode_id == EpisodeRow.id, _Held.attendance.in_(HELD))
    .correlate(ClientRow, EpisodeRow)
    .scalar_subquery()
)
_MODALITY = (
    select(_Latest.modality)
    .where(_Latest.client_id == ClientRow.id, _Latest.attendance.in_(HELD))
    .order_by(_Latest.starts.desc(), _Latest.id.desc())
    .limit(1)
    .correlate(ClientRow)
    .scalar_subquery()
)
# The plus keeps SQLite from beginning with the clauses of everybody who ever came; it begins with these clients.
_IN_FORCE = "+clause_version.state = 'in_force'"
_STANDING = (
    select(
        ClientRow.id,
        func.min(ClauseVersionRow.effective_on),
        EpisodeRow.opened_on,
        _COUNT,
        ClientRow.service_type,
        _MODALITY,
        func.coalesce(ClientFileRow.interpreter_language, ""),
        ClientRow.born,
        func.group_concat(ClauseRow.topic.distinct(), type_=String()),
    )
    .join(ClauseRow, ClauseRow.client_id == ClientRow.id)
    .join(ClauseVersionRow, ClauseVersionRow.clause_id == ClauseRow.id)
    .join(EpisodeRow, (EpisodeRow.client_id == ClientRow.id) & (EpisodeRow.number == _NUMBER))
    .outerjoin(ClientFileRow, ClientFileRow.client_id == ClientRow.id)
    .where(text(_IN_FORCE), EpisodeRow.ended_on.is_(None))
    .where(among(ClientRow.id), ClientRow.status != ClientStatus.CLOSED)
    .group_by(ClientRow.id)
)


class ClauseReviewShelf(Shelf):
    """The reviews of the vault, and what the next ones go by."""

    def add(self, review: ClauseReview, at: datetime) -> ClauseReview:
        """Write a review and give it its id."""
        row = ClauseReviewRow(client_id=review.client_id, reviewed_on=review.reviewed_on, recorded_at=at)
        row.session_no, row.words = review.session_no, review.words
        row.service_type = review.work.service_type
        row.online, row.with_interpreter = review.work.online, review.work.with_interpreter
        insert(self._connection, [row])
        return replace(review, id=ClauseReviewId(row.id))

    def take_back(self, review_id: ClauseReviewId, at: datetime) -> None:
        """Say that a review was written down by mistake; AlreadyRecorded where that was said before."""
        insert(self._connection, [ClauseReviewTakenBackRow(review_id=review_id, taken_back_at=at)])

    def of_clients(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[ClauseReview, ...]]:
        """The reviews of some clients that count, oldest first; a client without one is left out."""
        found: defaultdict[ClientId, list[ClauseReview]] = defaultdict(list)
        for review in self._found(_OF_CLIENTS, ids=list(client_ids)):
            found[review.client_id].append(review)
        return {client_id: tuple(theirs) for client_id, theirs in found.items()}

    def facts(self, client_ids: Collection[ClientId]) -> tuple[ReviewFacts, ...]:
        """What decides about a review, still without the days of sessions.

        Of those of these clients whose work is going on and with whom a clause is in force.
        """
        rows = self._rows(_STANDING, ids=list(client_ids))
        reviews = self.of_clients([row[0] for row in rows])
        return tuple(
            ReviewFacts(
                client_id=one,
                since=since,
                held=held,
                work=WorkNow(service, modality in ONLINE, bool(interpreter)),
                born=born,
                last=latest(reviews.get(one, ()), opened_on),
                topics=frozenset(map(Topic, topics.split(","))),
            )
            for one, since, opened_on, held, service, modality, interpreter, born, topics in rows
        )

    def _found(self, which: Question, **values: object) -> tuple[ClauseReview, ...]:
        return tuple(
            ClauseReview(number, client_id, on, session_no, WorkNow(*how), words)
            for number, client_id, on, session_no, words, *how in self._rows(which, **values)
        )
