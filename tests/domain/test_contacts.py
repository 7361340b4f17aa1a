"""A contact note: what it takes, and what signing makes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import (
    Channel,
    ContactAddition,
    ContactDetails,
    ContactId,
    ContactKind,
    ContactNote,
    Direction,
    StartedBy,
)
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    NoteAlreadySigned,
    NoteNotSigned,
    TextIsMissing,
    TextTooLong,
)

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
CLIENT = ClientId(3)
DETAILS = st.builds(
    ContactDetails,
    at=st.datetimes(datetime(1990, 1, 1), datetime(2026, 3, 2), timezones=st.just(UTC)),  # noqa: DTZ001 -- the strategy adds the zone
    zone=st.sampled_from(["America/Toronto", "Asia/Kolkata", "Australia/Lord_Howe"]),
    text=st.text(min_size=1, max_size=40).filter(str.strip),
    kind=st.sampled_from(ContactKind),
    channel=st.sampled_from(Channel),
    direction=st.sampled_from(Direction),
    started_by=st.sampled_from(StartedBy),
    minutes=st.none() | st.integers(0, 720),
    third_party=st.text(max_size=20),
    third_party_words=st.text(max_size=40),
)


def details(text: str = "Asked for a later time.") -> ContactDetails:
    return ContactDetails(NOW - timedelta(hours=1), "America/Toronto", text)


def filed(text: str = "Asked for a later time.") -> ContactNote:
    return ContactNote(ContactId(1), CLIENT, details(text), NOW, NOW, filed_at=NOW)


def test_a_contact_takes_words_of_its_own_or_of_another_person() -> None:
    with pytest.raises(TextIsMissing):
        details("  \n ").checked(NOW)
    assert replace(details(""), third_party_words=" His mother called. ").checked(NOW).third_party_words
    with pytest.raises(TextTooLong):
        replace(details(), third_party="x" * 201).checked(NOW)


def test_a_contact_does_not_lie_ahead() -> None:
    with pytest.raises(DateIsImpossible):
        replace(details(), at=NOW + timedelta(minutes=1)).checked(NOW)
    assert replace(details(), at=NOW).checked(NOW).at == NOW


@pytest.mark.parametrize("minutes", [-1, 721])
def test_a_contact_lasts_no_longer_than_half_a_day(minutes: int) -> None:
    with pytest.raises(ValueError, match=str(minutes)):
        replace(details(), minutes=minutes)


def test_the_day_is_that_of_the_place_where_it_was_written() -> None:
    late = replace(details(), at=datetime(2026, 3, 2, 20, 0, tzinfo=UTC))
    assert late.day == date(2026, 3, 2)
    assert replace(late, zone="Asia/Kolkata").day == date(2026, 3, 3)


@given(DETAILS)
def test_what_is_signed_has_a_fingerprint_that_any_change_breaks(given_details: ContactDetails) -> None:
    signed = replace(filed(), details=given_details).signed(NOW, "R. Sample")
    assert signed.is_unaltered
    for change in (
        {"text": given_details.text + "."},
        {"at": given_details.at - timedelta(seconds=1)},
        {"third_party_words": given_details.third_party_words + "."},
        {"minutes": 7 if given_details.minutes != 7 else 8},
    ):
        assert not replace(signed, details=replace(given_details, **change)).is_unaltered
    assert not replace(signed, client_id=ClientId(4)).is_unaltered


def test_a_signed_contact_is_only_added_to() -> None:
    addition = ContactAddition("He called again.", "Left out", NOW, "R. Sample")
    with pytest.raises(NoteNotSigned):
        filed().added(addition)
    signed = filed().signed(NOW, "R. Sample")
    acts: tuple[Callable[[], object], ...] = (
        lambda: signed.changed(details("Other"), CLIENT, NOW),
        lambda: signed.filed(CLIENT, NOW),
        lambda: signed.signed(NOW, "R. Sample"),
    )
    for act in acts:
        with pytest.raises(NoteAlreadySigned):
            act()
    with pytest.raises(TextIsMissing):
        signed.added(replace(addition, text=" "))
    assert signed.added(addition).additions == (addition,)
    assert signed.added(addition).is_unaltered


def test_what_waits_in_the_inbox_cannot_be_signed() -> None:
    with pytest.raises(NoteNotSigned):
        replace(filed(), filed_at=None).signed(NOW, "R. Sample")
