import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.schemas import faults
from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.consents import (
    Assent,
    Consent,
    ConsentDetails,
    ConsentId,
    ConsentKind,
    ConsentState,
    GivenBy,
    Giver,
    Withdrawal,
    in_force,
    release_to,
    states,
)
from vitalshift_desktop.domain.minors import check_together
from vitalshift_desktop.domain.problems import (
    ConsentsTogether,
    DateIsImpossible,
    EndsBeforeItStarts,
    ExplanationIsMissing,
    HiddenCharacters,
    NobodyConsents,
    Problem,
    PurposeIsMissing,
    RecipientIsMissing,
    ScopeIsMissing,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
THERAPY = ConsentDetails(ConsentKind.THERAPY, TODAY, "What we do, what it may bring, what else there is.")
RELEASE = replace(THERAPY, kind=ConsentKind.RELEASE, recipient="Dr. Ruiz", scope="Dates of sessions", purpose="Care")
SCHEMA = json.loads(asset_text("schemas", "consent_template.json"))
KINDS, DAYS = st.sampled_from([ConsentKind.THERAPY, ConsentKind.FEES]), st.integers(0, 40)


def consent(number: int, details: ConsentDetails = THERAPY, **more: object) -> Consent:
    return replace(Consent(ConsentId(number), ClientId(1), details, NOON), **more)  # type: ignore[arg-type]  # test data


@pytest.mark.parametrize(
    ("details", "problem"),
    [
        (replace(THERAPY, givers=()), NobodyConsents),
        (replace(THERAPY, explained=" "), ExplanationIsMissing),
        (replace(THERAPY, given_on=TODAY + timedelta(1)), DateIsImpossible),
        (replace(THERAPY, given_on=date(1899, 12, 31)), DateIsImpossible),
        (replace(THERAPY, until=TODAY - timedelta(1)), EndsBeforeItStarts),
        (replace(THERAPY, words="x" * (LONGEST_TEXT + 1)), TextTooLong),
        (replace(THERAPY, givers=(Giver(GivenBy.GUARDIAN, "x" * (LONGEST_FIELD + 1)),)), TextTooLong),
        (replace(THERAPY, scope="a\u202eb"), HiddenCharacters),
        (replace(RELEASE, recipient=" "), RecipientIsMissing),
        (replace(RELEASE, purpose=""), PurposeIsMissing),
        (replace(RELEASE, scope=""), ScopeIsMissing),
        (replace(THERAPY, kind=ConsentKind.THIRD_PARTY), ScopeIsMissing),
    ],
)
def test_a_consent_that_says_too_little_or_too_much_is_refused(details: ConsentDetails, problem: type[Problem]) -> None:
    with pytest.raises(problem):
        details.checked(TODAY)


def test_only_a_release_names_a_recipient_and_assent_is_kept_only_where_others_consent() -> None:
    told = replace(THERAPY, recipient="Dr. Ruiz", purpose="Care", assent=Assent.AGREES, assent_words="I like it here")
    by_client = told.checked(TODAY)
    assert (by_client.recipient, by_client.purpose) == ("", "")
    assert (by_client.assent, by_client.assent_words) == (Assent.NOT_ASKED, "")
    by_parent = replace(told, givers=(Giver(GivenBy.GUARDIAN, " Kim "),)).checked(TODAY)
    assert (by_parent.assent, by_parent.assent_words) == (Assent.AGREES, "I like it here")
    assert by_parent.givers == (Giver(GivenBy.GUARDIAN, "Kim"),)
    assert replace(RELEASE, recipient=" Dr.  Ruiz ").checked(TODAY).recipient == "Dr. Ruiz"


def test_one_who_consents_together_with_another_is_not_enough_alone() -> None:
    people = [
        PersonDetails("Kim", RelatedRole.GUARDIAN, consent=ConsentPart.JOINTLY),
        PersonDetails("Ines", RelatedRole.GUARDIAN, consent=ConsentPart.JOINTLY, until=TODAY),
        PersonDetails("Noor", RelatedRole.GUARDIAN, consent=ConsentPart.ALONE),
    ]
    kim, ines, noor = (Giver(GivenBy.GUARDIAN, one.name) for one in people)
    with pytest.raises(ConsentsTogether):
        check_together([kim], people, TODAY)
    for enough in ([kim, ines], [noor], [kim, Giver(GivenBy.CLIENT)], [Giver(GivenBy.GUARDIAN, "Of before")]):
        check_together(enough, people, TODAY)
    check_together([ines], people, TODAY + timedelta(1))  # who does not stand any more is not known here


def test_an_older_consent_that_is_written_down_later_replaces_nothing() -> None:
    now, then = consent(1), consent(2, replace(THERAPY, given_on=TODAY - timedelta(30)))
    assert in_force([now, then], TODAY) == (now,)
    assert states([now, then], TODAY)[then.id] is ConsentState.REPLACED


def test_a_newer_consent_replaces_an_expired_one_and_the_history_stays() -> None:
    old = consent(1, replace(THERAPY, given_on=date(2025, 3, 2), until=date(2026, 3, 1)))
    assert states([old], date(2026, 3, 1))[old.id] is ConsentState.IN_FORCE
    assert states([old], TODAY)[old.id] is ConsentState.EXPIRED
    assert in_force([old], TODAY) == ()
    new = consent(2)
    assert states([new, old], TODAY) == {old.id: ConsentState.REPLACED, new.id: ConsentState.IN_FORCE}
    assert in_force([old, new], TODAY) == (new,)


def test_what_was_taken_back_counts_no_more_and_does_not_bring_the_one_before_it_back() -> None:
    first, taken_back = consent(1, replace(THERAPY, given_on=date(2025, 3, 2))), Withdrawal(TODAY, "Stop", NOON)
    second = consent(2, withdrawal=taken_back)
    assert states([first, second], TODAY) == {1: ConsentState.REPLACED, 2: ConsentState.WITHDRAWN}
    assert in_force([first, second], TODAY) == ()
    assert states([second], TODAY - timedelta(1))[second.id] is ConsentState.IN_FORCE


def test_a_record_that_was_put_right_counts_no_more_whatever_its_day() -> None:
    wrong = consent(1)
    right = consent(2, replace(THERAPY, given_on=date(2026, 2, 1)), corrects_id=wrong.id)
    assert states([wrong, right], TODAY) == {1: ConsentState.CORRECTED, 2: ConsentState.IN_FORCE}


def test_a_consent_is_taken_back_on_a_day_with_words() -> None:
    Withdrawal(TODAY, " No more ", NOON).checked(TODAY, TODAY)
    for wrong, problem in (
        (Withdrawal(TODAY, " ", NOON), TextIsMissing),
        (Withdrawal(TODAY - timedelta(1), "No", NOON), DateIsImpossible),
        (Withdrawal(TODAY + timedelta(1), "No", NOON), DateIsImpossible),
        (Withdrawal(TODAY, "x" * (LONGEST_TEXT + 1), NOON), TextTooLong),
        (Withdrawal(TODAY, "a\u202e", NOON), HiddenCharacters),
    ):
        with pytest.raises(problem):
            wrong.checked(TODAY, TODAY)


def test_each_recipient_has_a_release_of_their_own() -> None:
    ruiz = consent(1, RELEASE)
    school = consent(2, replace(RELEASE, recipient="École Nord", until=TODAY))
    assert release_to([ruiz, school], "dr.  RUIZ", TODAY) == ruiz
    assert release_to([ruiz, school], "ecole nord", TODAY) == school
    assert release_to([ruiz, school], "Ecole Nord", TODAY + timedelta(1)) is None
    assert release_to([ruiz, school], "", TODAY) is None


@given(st.lists(st.tuples(KINDS, DAYS, st.none() | DAYS, st.booleans()), max_size=8), DAYS)
def test_at_most_one_consent_of_a_kind_holds_on_any_day(
    made: list[tuple[ConsentKind, int, int | None, bool]], day: int
) -> None:
    start = TODAY - timedelta(60)
    known = []
    for number, (kind, since, lasts, is_over) in enumerate(made, 1):
        on = start + timedelta(since)
        until = None if lasts is None else on + timedelta(lasts)
        taken_back = Withdrawal(on, "No", NOON) if is_over else None
        details = replace(THERAPY, kind=kind, given_on=on, until=until)
        known.append(consent(number, details, withdrawal=taken_back))
    holding = [one.details.kind for one in in_force(known, start + timedelta(day))]
    assert len(holding) == len(set(holding))
    assert in_force(known, start + timedelta(day)) == in_force(known[::-1], start + timedelta(day))
    assert set(states(known, TODAY)) == {one.id for one in known}


def test_every_kind_has_wording_to_begin_from_that_follows_the_schema() -> None:
    found = {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in assets_in("consent_templates", suffix=".json")
    }
    assert set(found) == {kind.value for kind in ConsentKind}
    assert [fault for name, one in found.items() for fault in faults(one, SCHEMA, name)] == []
    assert all(one["id"] == name for name, one in found.items())
