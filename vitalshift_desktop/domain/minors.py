"""Age by the calendar, and who consents for somebody who is not of age."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.consents import Giver
from vitalshift_desktop.domain.problems import ConsentsTogether
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails

FULL_AGE = 18
"""Years. Where a younger person may consent alone, the counselor says so in the client's consents."""


class ConsentGap(StrEnum):
    """What is missing before somebody consents for a minor."""

    NOBODY = "nobody"
    ONLY_ONE_OF_TWO = "only_one_of_two"


def age_on(born: date, day: date) -> int:
    """Full years on a day; who was born on 29 February grows older on 1 March where there is no 29th."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_minor(born: date | None, day: date) -> bool:
    """Whether somebody is under 18 on a day; without a date of birth nobody is taken for a minor."""
    return born is not None and born <= day and age_on(born, day) < FULL_AGE


def consent_gap(born: date | None, people: Iterable[PersonDetails], day: date) -> ConsentGap | None:
    """What is missing for a minor: nobody consents, or one of those who do so together; None when nothing is."""
    if not is_minor(born, day):
        return None
    standing = [person for person in people if person.may_consent and person.stands_on(day)]
    if any(person.consent is ConsentPart.ALONE for person in standing):
        return None
    together = sum(person.consent is ConsentPart.JOINTLY for person in standing)
    if together > 1:
        return None
    return ConsentGap.ONLY_ONE_OF_TWO if together else ConsentGap.NOBODY


def check_together(givers: Iterable[Giver], people: Iterable[PersonDetails], day: date) -> None:
    """Raise ConsentsTogether where one alone says yes whose file says that they do so together with another."""
    standing = {(one.role.value, one.name): one.consent for one in people if one.stands_on(day)}
    if [standing.get((giver.by.value, giver.name)) for giver in givers] == [ConsentPart.JOINTLY]:
        raise ConsentsTogether
