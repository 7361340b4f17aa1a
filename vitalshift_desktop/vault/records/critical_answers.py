"""Answers to critical items across all clients: who has any that may ask for a review, and their forms."""

from collections.abc import Collection

from sqlalchemy import JSON, ColumnElement, Integer, bindparam, func, or_, select, text, tuple_
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.instruments import DefinitionRow
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


def _asking() -> tuple[Question, ColumnElement[bool]]:
    """The clients of forms that are among the keys, and whether the critical answer is over the threshold or blank."""
    keys = func.json_each(bindparam("keys", type_=JSON())).table_valued("value")
    instrument, item, at = (func.json_extract(keys.c.value, f"$[{place}]") for place in range(3))
    answer = func.json_extract(AdministrationRow.answers, func.printf("$[%d]", item - 1), type_=Integer())
    clients = select(AdministrationRow.client_id).distinct().join(keys, AdministrationRow.instrument_id == instrument)
    return clients.where(_OTHERS), or_(answer.is_(None), answer >= at)


def _waiting() -> Question:
    """Whoever has an answer that nobody reviewed, at or over the threshold, or blank."""
    clients, asks = _asking()
    return clients.where(text(NOT_REVIEWED), asks)


def _since_a_review() -> Question:
    """Whoever answered next after such an answer that was reviewed, and that is not reviewed: it may have fallen."""
    clients, asked = _asking()
    later = aliased(AdministrationRow)
    order = (later.given_on, later.recorded_at, later.id)
    was = (AdministrationRow.given_on, AdministrationRow.recorded_at, AdministrationRow.id)
    is_next_open = (
        select(later.reviewed_at.is_(None))
        .where(
            later.client_id == AdministrationRow.client_id,
            later.instrument_id == AdministrationRow.instrument_id,
            later.rater == AdministrationRow.rater,
            later.state == AdministrationState.ANSWERED,
            tuple_(*order) > tuple_(*was),
        )
        .order_by(*order)
        .limit(1)
        .scalar_subquery()
    )
    return clients.where(_ANSWERED, AdministrationRow.reviewed_at.is_not(None), asked, is_next_open)


_ITEM, _AT = (func.json_extract(DefinitionRow.definition, f"$.critical.{key}") for key in ("item", "at"))
_KEPT = select(DefinitionRow.instrument_id, _ITEM, _AT).where(_ITEM.is_not(None)).distinct()
_WAITING, _SINCE_A_REVIEW = _waiting(), _since_a_review()


class CriticalAnswerShelf(Shelf):
    """Reads what is asked of answered forms because of their critical item."""

    def who_may_be_asked_about(self, keys: Collection[CriticalKey]) -> set[ClientId]:
        """Every client with an answer that may wait for a review; some more than do, never fewer."""
        known = [list(key) for key in keys]
        found = (*self._rows(_WAITING, keys=known), *self._rows(_SINCE_A_REVIEW, keys=known))
        return {ClientId(row[0]) for row in found}

    def keys_kept(self) -> set[CriticalKey]:
        """Those of every definition that any form was ever scored with, whatever became of its instrument."""
        return {(instrument, item, at) for instrument, item, at in self._rows(_KEPT)}

    def of_clients(self, client_ids: Collection[ClientId], instrument_ids: Collection[str]) -> list[Administration]:
        """The answered forms of these instruments of these clients, corrected ones left out, oldest first."""
        rows = self._rows(_OF_CLIENTS, ids=list(client_ids), instruments=list(instrument_ids))
        return [Administration(*row) for row in rows]
