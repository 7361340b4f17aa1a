"""Answers to critical items across all clients: who has any that may ask for a review, and their forms."""

from collections.abc import Collection

from sqlalchemy import JSON, Integer, bindparam, func, or_, select, text
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.measures import NOT_REVIEWED, AdministrationRow

CriticalKey = tuple[str, int, int]
"""An instrument's id, its critical item (from 1), and the answer from which on it asks."""

_ANSWERED = AdministrationRow.state == AdministrationState.ANSWERED
_OTHERS = AdministrationRow.rater != Rater.COUNSELOR
_OF_CLIENTS = (
    select(*columns_of(AdministrationRow, Administration))
    .where(among(AdministrationRow.client_id), among(AdministrationRow.instrument_id, "instruments"), _ANSWERED)
    .order_by(AdministrationRow.given_on, AdministrationRow.recorded_at, AdministrationRow.id)
)


def _waiting() -> Question:
    """Whoever has an answer that nobody reviewed, at or over the threshold, or blank."""
    keys = func.json_each(bindparam("keys", type_=JSON())).table_valued("value")
    key = [func.json_extract(keys.c.value, f"$[{place}]") for place in range(3)]
    place = func.printf("$[%d]", key[1] - 1)
    answer = func.json_extract(AdministrationRow.answers, place, type_=Integer())
    return (
        select(AdministrationRow.client_id)
        .distinct()
        .join(keys, AdministrationRow.instrument_id == key[0])
        .where(text(NOT_REVIEWED), _OTHERS)
        .where(or_(answer.is_(None), answer >= key[2]))
    )


def _since_a_review() -> Question:
    """Whoever answered again after a reviewed answer: the later one may have fallen."""
    later = aliased(AdministrationRow)
    follows = select(later.id).where(
        later.client_id == AdministrationRow.client_id,
        later.instrument_id == AdministrationRow.instrument_id,
        later.given_on >= AdministrationRow.given_on,
        later.state == AdministrationState.ANSWERED,
        later.reviewed_at.is_(None),
    )
    return (
        select(AdministrationRow.client_id)
        .distinct()
        .where(AdministrationRow.reviewed_at.is_not(None), _ANSWERED)
        .where(among(AdministrationRow.instrument_id, "instruments"), follows.exists())
    )


_WAITING, _SINCE_A_REVIEW = _waiting(), _since_a_review()


class CriticalAnswerShelf(Shelf):
    """Reads what is asked of answered forms because of their critical item."""

    def who_may_be_asked_about(self, keys: Collection[CriticalKey]) -> set[ClientId]:
        """Every client with an answer that may wait for a review; some more than do, never fewer."""
        instruments = [key[0] for key in keys]
        found = self._rows(_WAITING, keys=[list(key) for key in keys])
        later = self._rows(_SINCE_A_REVIEW, instruments=instruments)
        return {ClientId(row[0]) for row in (*found, *later)}

    def of_clients(self, client_ids: Collection[ClientId], instrument_ids: Collection[str]) -> list[Administration]:
        """The answered forms of these instruments of these clients, corrected ones left out, oldest first."""
        rows = self._rows(_OF_CLIENTS, ids=list(client_ids), instruments=list(instrument_ids))
        return [Administration(*row) for row in rows]
