"""Where the courses of many clients begin and end: the first and the latest form of each, found by an index."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.episodes import EpisodeRow
from vitalshift_desktop.vault.tables.measures import AdministrationRow


@dataclass(frozen=True, slots=True)
class CourseEnds:
    """The first and the latest form that a client answered of an instrument; one form may be both.

    `is_only_episode` tells that the client has one episode alone, and that the first form was not given before it.
    """

    client_id: ClientId
    instrument_id: str
    first: Administration
    last: Administration
    is_only_episode: bool


def _ends() -> Question:
    """The ids of both forms, and when the only episode began, for each client and instrument."""
    given = (
        select(AdministrationRow.client_id, AdministrationRow.instrument_id)
        .where(among(AdministrationRow.client_id), among(AdministrationRow.instrument_id, "instruments"))
        .distinct()
        .subquery()
    )
    form, later = aliased(AdministrationRow), aliased(EpisodeRow)
    theirs = select(form.id).where(
        form.client_id == given.c.client_id,
        form.instrument_id == given.c.instrument_id,
        form.rater == bindparam("rater"),
        form.state == bindparam("state"),
    )
    order = (form.given_on, form.recorded_at, form.id)
    first = theirs.order_by(*order).limit(1).scalar_subquery()
    last = theirs.order_by(*(column.desc() for column in order)).limit(1).scalar_subquery()
    count = select(func.count()).where(later.client_id == given.c.client_id).scalar_subquery()
    is_only = and_(EpisodeRow.client_id == given.c.client_id, EpisodeRow.number == 1, count == 1)
    return select(first, last, EpisodeRow.opened_on).select_from(given).outerjoin(EpisodeRow, is_only)


_ENDS = _ends()
_SOME = select(*columns_of(AdministrationRow, Administration)).where(among(AdministrationRow.id))


class CourseEndShelf(Shelf):
    """Reads the ends of courses without what lies between them."""

    def of_clients(self, client_ids: Collection[ClientId], instrument_ids: Collection[str]) -> list[CourseEnds]:
        """Those of these clients' own forms, corrected and skipped ones left out; a course without any is left out."""
        found = [
            row
            for row in self._rows(
                _ENDS,
                ids=list(client_ids),
                instruments=list(instrument_ids),
                rater=Rater.CLIENT,
                state=AdministrationState.ANSWERED,
            )
            if row[0] is not None
        ]
        both = list({number for first, last, _since in found for number in (first, last)})
        forms = {row[0]: Administration(*row) for row in self._rows(_SOME, ids=both)}
        return [
            CourseEnds(
                forms[first].client_id,
                forms[first].instrument_id,
                forms[first],
                forms[last],
                is_only_episode=since is not None and forms[first].given_on >= since,
            )
            for first, last, since in found
        ]
