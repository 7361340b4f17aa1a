from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.may_know import (
    KnowAnswer,
    Knowledge,
    MayKnow,
    MayKnowDetails,
    MayKnowId,
    asked_about,
    called,
    current,
)
from vitalshift_desktop.domain.problems import AgreedByIsMissing, DateIsImpossible, NothingToKnow, Problem, TextTooLong
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedPerson, RelatedPersonId, RelatedRole

TODAY = date(2026, 3, 2)
KIM, GP = RelatedPersonId(1), RelatedPersonId(2)
AGREED = MayKnowDetails(TODAY, "Wren and Kim", ((KIM, Knowledge.FEES, KnowAnswer.MAY_KNOW),))


def person(number: int, name: str, role: RelatedRole, until: date | None = None) -> RelatedPerson:
    return RelatedPerson(RelatedPersonId(number), ClientId(1), PersonDetails(name, role, until=until))


def agreed(number: int, on: date) -> MayKnow:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    return MayKnow(MayKnowId(number), ClientId(1), replace(AGREED, agreed_on=on), noon)


def test_what_was_not_agreed_is_asked_first() -> None:
    assert AGREED.answer(KIM, Knowledge.FEES) is KnowAnswer.MAY_KNOW
    assert AGREED.answer(KIM, Knowledge.SAID) is KnowAnswer.ASK_FIRST
    assert AGREED.answer(GP, Knowledge.FEES) is KnowAnswer.ASK_FIRST
    assert (AGREED.names(KIM), AGREED.names(GP)) == (True, False)


@pytest.mark.parametrize(
    ("details", "problem"),
    [
        (replace(AGREED, agreed_by=" "), AgreedByIsMissing),
        (replace(AGREED, cells=()), NothingToKnow),
        (replace(AGREED, cells=((GP, Knowledge.FEES, KnowAnswer.NOT),)), NothingToKnow),
        (replace(AGREED, agreed_on=TODAY + timedelta(1)), DateIsImpossible),
        (replace(AGREED, agreed_by="x" * (LONGEST_FIELD + 1)), TextTooLong),
    ],
)
def test_an_agreement_about_nobody_by_nobody_or_to_come_is_refused(
    details: MayKnowDetails, problem: type[Problem]
) -> None:
    with pytest.raises(problem):
        details.checked({KIM}, TODAY)


def test_each_thing_is_answered_once_for_each_person() -> None:
    twice = replace(AGREED, cells=(*AGREED.cells, (KIM, Knowledge.FEES, KnowAnswer.NOT)))
    assert twice.checked({KIM}, TODAY).cells == ((KIM, Knowledge.FEES, KnowAnswer.NOT),)


def test_what_was_agreed_last_holds() -> None:
    first, second, same_day = agreed(1, TODAY), agreed(2, TODAY - timedelta(9)), agreed(3, TODAY)
    assert current([second, first]) == first
    assert current([first, same_day, second]) == same_day
    assert current([]) is None


def test_guardians_stand_first_and_who_is_gone_is_left_out() -> None:
    people = [
        person(1, "Dr. Ruiz", RelatedRole.GP),
        person(2, "Kim", RelatedRole.GUARDIAN),
        person(3, "Of before", RelatedRole.GUARDIAN, until=TODAY - timedelta(1)),
    ]
    assert [one.id for one in asked_about(people, None, TODAY)] == [2, 1]
    assert called(people, " kím ") == people[1]
    assert called(people, "") is None
