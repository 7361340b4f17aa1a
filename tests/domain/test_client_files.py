from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.client_files import ClientFile, ClientKind
from vitalshift_desktop.domain.clients import (
    LONGEST_FIELD,
    LONGEST_TEXT,
    ClientDetails,
    ClientId,
    ClientStatus,
    ServiceType,
    StatusChange,
    status_of,
)
from vitalshift_desktop.domain.dated_words import RiskWord, RiskWordId, ServiceTalk, ServiceTalkId
from vitalshift_desktop.domain.joint_files import Member, MemberId, own_file_of
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.minors import ConsentGap, age_on, consent_gap, is_minor
from vitalshift_desktop.domain.plain_text import has_hidden
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    EndsBeforeItStarts,
    HiddenCharacters,
    NameIsMissing,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole
from vitalshift_desktop.domain.safe_contact import Heed, Way, to_heed

TODAY = date(2026, 3, 2)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
GUARDIAN = PersonDetails("Ines Halden", RelatedRole.GUARDIAN, consent=ConsentPart.ALONE)


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "a\u2066b", "a\x1bb"])
def test_what_cannot_be_seen_and_turns_the_meaning_around_is_refused(text: str) -> None:
    with pytest.raises(HiddenCharacters):
        ClientFile(address=text).checked()
    with pytest.raises(HiddenCharacters):
        ClientDetails(preferred_name="Ana", presenting=text).checked(TODAY)


@pytest.mark.parametrize("text", ["Straße 4\n2. Stock\t", "דנה\u200f כהן", "🙂 \u200d", "می\u200cروم"])
def test_words_of_every_script_stay_as_they_are(text: str) -> None:
    assert not has_hidden(text)
    assert ClientFile(address=f" {text}").checked().address == text.strip()


def test_a_line_holds_200_letters_and_an_address_20000() -> None:
    ClientFile(languages="x" * LONGEST_FIELD, address="x" * LONGEST_TEXT, access_needs="x" * LONGEST_TEXT).checked()
    line, text = "x" * (LONGEST_FIELD + 1), "x" * (LONGEST_TEXT + 1)
    for file in (ClientFile(languages=line), ClientFile(cover_name=line), ClientFile(address=text)):
        with pytest.raises(TextTooLong):
            file.checked()


def test_only_what_matters_on_the_way_is_said_and_everything_without_one() -> None:
    file = ClientFile(no_letters=True, no_messages=True, cover_name="Robin from the library")
    assert to_heed(file, Way.PAPER).heeds == (Heed.NO_LETTERS, Heed.COVER_NAME)
    assert to_heed(file, Way.CALL).heeds == (Heed.COVER_NAME,)
    assert to_heed(file).heeds == (Heed.NO_LETTERS, Heed.NO_MESSAGES, Heed.COVER_NAME)
    assert not to_heed(ClientFile(), Way.PAPER)


@given(born=DAYS, years=st.integers(0, 60))
def test_a_year_is_full_on_the_birthday_and_not_a_day_before(born: date, years: int) -> None:
    year = born.year + years
    leap_day = (born.month, born.day) == (2, 29)
    birthday = date(year, 3, 1) if leap_day and year % 4 else date(year, born.month, born.day)
    assert age_on(born, birthday) == years
    assert age_on(born, birthday - timedelta(days=1)) == years - 1


@given(born=DAYS, day=DAYS)
def test_who_is_of_age_stays_of_age(born: date, day: date) -> None:
    if born <= day and not is_minor(born, day):
        assert not is_minor(born, day + timedelta(days=1))
    assert not is_minor(None, day)


def test_a_minor_needs_somebody_who_consents_alone_or_two_together() -> None:
    born = date(2012, 5, 1)
    together = replace(GUARDIAN, consent=ConsentPart.JOINTLY)
    assert consent_gap(born, [], TODAY) is ConsentGap.NOBODY
    assert consent_gap(born, [replace(GUARDIAN, consent=ConsentPart.NONE)], TODAY) is ConsentGap.NOBODY
    assert consent_gap(born, [GUARDIAN], TODAY) is None
    assert consent_gap(born, [together], TODAY) is ConsentGap.ONLY_ONE_OF_TWO
    assert consent_gap(born, [together, together], TODAY) is None
    assert consent_gap(date(2008, 3, 2), [], TODAY) is None
    assert consent_gap(date(2008, 3, 3), [], TODAY) is ConsentGap.NOBODY


def test_whoever_consented_until_yesterday_consents_no_more() -> None:
    born = date(2012, 5, 1)
    assert consent_gap(born, [replace(GUARDIAN, until=TODAY)], TODAY) is None
    assert consent_gap(born, [replace(GUARDIAN, until=TODAY - timedelta(days=1))], TODAY) is ConsentGap.NOBODY
    assert consent_gap(born, [replace(GUARDIAN, since=TODAY + timedelta(days=1))], TODAY) is ConsentGap.NOBODY


def test_somebody_around_a_client_has_a_name_and_ends_after_they_begin() -> None:
    with pytest.raises(NameIsMissing):
        PersonDetails(" ").checked()
    with pytest.raises(EndsBeforeItStarts):
        replace(GUARDIAN, since=TODAY, until=TODAY - timedelta(days=1)).checked()
    with pytest.raises(TextTooLong):
        replace(GUARDIAN, phone="1" * (LONGEST_FIELD + 1)).checked()
    partner = replace(GUARDIAN, role=RelatedRole.PARTNER, in_emergency=True).checked()
    assert (partner.consent, partner.is_emergency_contact) == (ConsentPart.NONE, True)


def test_a_medicine_is_told_by_today_and_ends_after_it_begins() -> None:
    told = MedicineDetails(" Sertraline ", TODAY, dose="50 mg", since=TODAY, until=TODAY)
    assert told.checked(TODAY).name == "Sertraline"
    assert (told.goes_on(TODAY), told.goes_on(TODAY + timedelta(days=1))) == (True, False)
    with pytest.raises(EndsBeforeItStarts):
        replace(told, until=TODAY - timedelta(days=1)).checked(TODAY)
    with pytest.raises(DateIsImpossible):
        replace(told, told_on=TODAY + timedelta(days=1)).checked(TODAY)
    with pytest.raises(TextIsMissing):
        replace(told, name=" ").checked(TODAY)


def test_a_risk_word_and_a_talk_need_a_note_and_a_day_that_has_come() -> None:
    word = RiskWord(RiskWordId(0), MAREN, " raised \n risk ", TODAY, " Said so. ").checked(TODAY)
    assert (word.word, word.note) == ("raised risk", "Said so.")
    talk = ServiceTalk(ServiceTalkId(0), MAREN, ServiceType.COUNSELING, ServiceType.COACHING, TODAY, "Agreed.")
    for wrong in (replace(word, note=" "), replace(talk, note="")):
        with pytest.raises(TextIsMissing):
            wrong.checked(TODAY)
    for early in (word, talk):
        with pytest.raises(DateIsImpossible):
            early.checked(TODAY - timedelta(days=1))
    with pytest.raises(TextTooLong):
        replace(word, word="x" * 41).checked(TODAY)


def test_a_status_is_dated_back_as_far_as_the_birth_and_never_ahead() -> None:
    change = StatusChange(MAREN, ClientStatus.PAUSED, TODAY, " Away ")
    assert change.checked(None, TODAY).reason == "Away"
    assert replace(change, on=date(1990, 5, 1)).checked(date(1990, 5, 1), TODAY).on == date(1990, 5, 1)
    for day, born in ((TODAY + timedelta(days=1), None), (date(1990, 4, 30), date(1990, 5, 1)), (date(20, 3, 2), None)):
        with pytest.raises(DateIsImpossible):
            replace(change, on=day).checked(born, TODAY)


@given(st.lists(st.tuples(DAYS, st.sampled_from(ClientStatus)), min_size=1, max_size=8), st.randoms())
def test_where_a_client_stands_is_told_by_the_latest_day_whatever_was_written_first(
    given_days: list[tuple[date, ClientStatus]], chance: object
) -> None:
    changes = [StatusChange(MAREN, status, on, id=place) for place, (on, status) in enumerate(given_days, start=1)]
    last = next(change for change in reversed(changes) if change.on == max(one.on for one in changes))
    chance.shuffle(changes)  # type: ignore[attr-defined]  # hypothesis' own random numbers
    assert status_of(changes) is last.status


def test_a_session_goes_to_an_own_file_only_when_one_of_several_came_and_has_one() -> None:
    file = ClientId(9)
    ana, ben, cho = (
        Member(MemberId(1), file, ClientId(3)),
        Member(MemberId(2), file, None, "Ben"),
        Member(MemberId(3), file, ClientId(4)),
    )
    both = (ana, ben, cho)
    assert own_file_of(both, {ana.id}) == ClientId(3)
    assert own_file_of(both, {ben.id}) is None
    assert own_file_of(both, {ana.id, cho.id}) is None
    assert own_file_of(both, ()) is None
    assert own_file_of((ana,), {ana.id}) is None


def test_a_member_is_another_client_or_a_name() -> None:
    assert Member(MemberId(0), ClientId(1), ClientId(2), "x").checked().name == ""
    assert Member(MemberId(0), ClientId(1), None, " Ben ").checked().name == "Ben"
    for nobody in (Member(MemberId(0), ClientId(1), None, " "), Member(MemberId(0), ClientId(1), ClientId(1))):
        with pytest.raises(NameIsMissing):
            nobody.checked()


def test_the_file_of_a_couple_is_a_joint_one() -> None:
    assert [ClientFile(kind=kind).is_joint for kind in ClientKind] == [False, True, True]
