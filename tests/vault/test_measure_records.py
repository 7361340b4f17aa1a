from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from tests.vault.sample_records import DAY, NOON, a_checkin, a_client, a_session
from vitalshift_desktop.domain.alliance import TalkedThrough
from vitalshift_desktop.domain.flags import Dismissal, FlagKind
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    HowGiven,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.vault.vault import Vault

WORDS = st.text(max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    instrument=st.tuples(WORDS, WORDS),
    rater=st.sampled_from(Rater),
    answers=st.lists(st.none() | st.integers(0, 100), max_size=10).map(tuple),
    given_on=st.dates(),
    in_session=st.booleans(),
    how=st.tuples(st.sampled_from(AdministrationState), st.sampled_from(HowGiven)),
    review=st.tuples(st.none() | st.just(NOON), WORDS),
)
def test_a_form_comes_back_as_it_was_written(
    open_vault: Vault,
    instrument: tuple[str, str],
    rater: Rater,
    answers: tuple[int | None, ...],
    given_on: date,
    in_session: bool,
    how: tuple[AdministrationState, HowGiven],
    review: tuple[datetime | None, str],
) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        session_id = a_session(work, client).id if in_session else None
        form = Administration(
            AdministrationId(0), client.id, *instrument, rater, answers, given_on, NOON, session_id, *how, *review
        )
        added = work.measures.add(form)
    with open_vault.read() as work:
        assert work.measures.get(added.id) == added == replace(form, id=added.id)


def test_a_session_takes_one_check_in_of_each_rater(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session = a_session(work, a_client(work))
        client = work.measures.add(a_checkin(session, 8, 8, 7, 9))
        counselor = work.measures.add(a_checkin(session, 7, 7, 7, 7, rater=Rater.COUNSELOR))
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.measures.add(a_checkin(session, 1, 1, 1, 1))
    with open_vault.read() as work:
        assert work.measures.of_session(session.id) == (client, counselor)


def test_a_correction_stands_beside_the_form_it_corrects(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session = a_session(work, a_client(work))
        wrong = work.measures.add(a_checkin(session, 8, 8, 7, 0))
        right = work.measures.correct(wrong.id, replace(a_checkin(session, 8, 8, 7, 9), recorded_at=NOON))
        again = work.measures.correct(right.id, a_checkin(session, 8, 8, 8, 9))
        marked = [replace(form, state=AdministrationState.CORRECTED) for form in (wrong, right)]
        assert work.measures.of_client(session.client_id) == (*marked, again)
        assert work.measures.of_session(session.id) == (again,)
        assert work.measures.get(wrong.id) == marked[0]
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.measures.correct(wrong.id, a_checkin(session, 1, 1, 1, 1))
    with pytest.raises(NotFound), open_vault.write() as work:
        work.measures.correct(AdministrationId(99), a_checkin(session, 1, 1, 1, 1))


def test_answers_are_looked_at_once(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session = a_session(work, a_client(work))
        form = work.measures.add(a_checkin(session, 8, 8, 7, 9))
        reviewed = work.measures.review(form.id, NOON, "Talked about it")
        assert reviewed == replace(form, reviewed_at=NOON, review_note="Talked about it")
        assert work.measures.get(form.id) == reviewed
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.measures.review(form.id, NOON + timedelta(days=1), "Another story")
    with open_vault.read() as work:
        assert work.measures.get(form.id) == reviewed


def test_forms_are_found_by_client_and_instrument(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim = a_client(work), a_client(work, "Kim Sample")
        later, first = a_session(work, robin, day=7), a_session(work, robin)
        second_form = work.measures.add(a_checkin(later, 5, 5, 5, 5))
        first_form = work.measures.add(a_checkin(first, 6, 6, 6, 6))
        other = work.measures.add(replace(a_checkin(first, 1), instrument_id="phq9"))
        theirs = work.measures.add(a_checkin(a_session(work, kim, day=1), 9, 9, 9, 9))
        assert work.measures.of_client(robin.id) == (first_form, other, second_form)
        assert work.measures.of_client(robin.id, CHECKIN) == (first_form, second_form)
        assert work.measures.of_clients([robin.id, kim.id], CHECKIN) == (first_form, theirs, second_form)
        assert work.measures.of_sessions([first.id]) == (first_form, other)


def test_early_forms_are_those_of_the_first_held_sessions(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client, other = a_client(work), a_client(work, "Kim Sample")
        missed = a_session(work, client, day=1, attendance=Attendance.DID_NOT_ATTEND)
        held = [a_session(work, client, day=day) for day in (0, 2, 4)]
        forms = [work.measures.add(a_checkin(session, 5, 5, 5, 5)) for session in (*held, missed)]
        work.measures.add(a_checkin(a_session(work, other), 5, 5, 5, 5))
        assert work.measures.early([client.id], CHECKIN, 2) == tuple(forms[:2])
        assert work.measures.early([client.id], CHECKIN, 5) == tuple(forms[:3])


def test_a_drop_is_talked_through_once_in_a_session_and_can_be_taken_back(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        first, second = a_session(work, client), a_session(work, client, day=7)
        entries = [
            TalkedThrough(client.id, session.id, NOON + timedelta(days=day), "We spoke about pace")
            for session, day in ((second, 7), (first, 0))
        ]
        for entry in entries:
            work.talked_through.add(entry)
        assert work.talked_through.of_client(client.id) == work.talked_through.all() == (entries[1], entries[0])
        assert work.talked_through.remove(second.id) == entries[0]
        assert work.talked_through.all() == (entries[1],)
        with pytest.raises(NotFound):
            work.talked_through.remove(second.id)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.talked_through.add(replace(entries[1], note="Twice"))


def test_a_flag_is_put_aside_and_brought_back(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        drop = Dismissal(FlagKind.MARKED_DROP, client.id, "6", "A bad week", NOON)
        clause = Dismissal(FlagKind.AGREEMENT_TO_LOOK_AT, client.id, "6", "", NOON + timedelta(hours=1))
        for dismissal in (clause, replace(drop, reason="First reason"), drop):
            work.dismissals.add(dismissal)
        assert work.dismissals.all() == (drop, clause)
        work.dismissals.remove(FlagKind.MARKED_DROP, client.id, "6")
        assert work.dismissals.all() == (clause,)
        with pytest.raises(NotFound):
            work.dismissals.remove(FlagKind.MARKED_DROP, client.id, "6")


def test_a_form_of_another_clients_session_is_refused(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session, stranger = a_session(work, a_client(work)), a_client(work, "Kim Sample")
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), open_vault.write() as work:
        work.measures.add(replace(a_checkin(session, 5), client_id=stranger.id, given_on=DAY))
