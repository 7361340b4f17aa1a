from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.vault.sample_records import DAY, NOON, a_client, a_draft, a_session
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientId, ClientStatus, StatusChange
from vitalshift_desktop.domain.notes import Addendum, Section
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.problems import TextNotStorable
from vitalshift_desktop.domain.reminders import Reminder, ReminderDetails, ReminderId
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

ODD = (
    "before\0after",
    "\0",
    "left \u202eto right\u202c \u2067again\u2069",
    "🙂 👩\u200d👩\u200d👧 🏳️\u200d🌈",
    "cafe\u0301 is not caf\u00e9",
    "\ufeffmark \ufffe \uffff",
    "line\r\nline\rline\nline\u2028line",
    "  spaces kept \t ",
    "'; DROP TABLE note; -- %s :name ?",
    "\U0001d518\U0001d52b" * 5000,
)
BROKEN = "half a sign: \ud83d"


@pytest.mark.parametrize("words", ODD, ids=ascii)
def test_text_comes_back_letter_for_letter(open_vault: Vault, words: str) -> None:
    with open_vault.write() as work:
        client = a_client(work, words, code=words)
        note = work.notes.add(a_draft(a_session(work, client), words))
        work.practice.save(Practice(letterhead=words))
    with open_vault.read() as work:
        assert work.clients.get(client.id).name == words
        assert work.clients.by_code(words) == client
        assert work.notes.get(note.id).section("data") == words
        assert work.practice.get().letterhead == words


def add_client(work: UnitOfWork) -> None:
    work.clients.add(Client(ClientId(0), ClientDetails(presenting=BROKEN), ClientStatus.ACTIVE, DAY))


def look_for_code(work: UnitOfWork) -> None:
    work.clients.by_code(BROKEN)


def change_status(work: UnitOfWork) -> None:
    work.clients.add_status_change(StatusChange(ClientId(1), ClientStatus.PAUSED, DAY, BROKEN))


def save_client(work: UnitOfWork) -> None:
    client = work.clients.get(ClientId(1))
    work.clients.save(replace(client, details=replace(client.details, preferred_name=BROKEN)))


def save_draft(work: UnitOfWork) -> None:
    draft = work.notes.of_client(ClientId(1))[0]
    sections = (Section("data", BROKEN), Section("assessment", "more"), Section("plan", BROKEN))
    work.notes.save(draft.written(sections, NOON), expected_version=1)


def sign(work: UnitOfWork) -> None:
    draft = work.notes.of_client(ClientId(1))[0]
    work.notes.save(draft.signed(NOON, BROKEN), expected_version=1)


def append(work: UnitOfWork) -> None:
    draft = work.notes.of_client(ClientId(1))[0]
    signed = draft.signed(NOON, "R. Sample")
    work.notes.save(signed, expected_version=1)
    work.notes.append(signed.added(Addendum(BROKEN, "", NOON + timedelta(days=1), DAY, "R. Sample")))


def remind(work: UnitOfWork) -> None:
    work.reminders.add(Reminder(ReminderId(0), ReminderDetails(BROKEN, DAY), DAY))


def save_practice(work: UnitOfWork) -> None:
    work.practice.save(Practice(practice_name=BROKEN))


@pytest.mark.parametrize(
    "act",
    [add_client, look_for_code, change_status, save_client, save_draft, sign, append, remind, save_practice],
)
def test_a_broken_character_is_refused_and_nothing_is_changed(
    open_vault: Vault, act: Callable[[UnitOfWork], None]
) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        draft = work.notes.add(a_draft(a_session(work, client)))
    with pytest.raises(TextNotStorable), open_vault.write() as work:
        act(work)
    with open_vault.read() as work:
        assert work.clients.all() == (client,)
        assert work.notes.get(draft.id) == draft
        assert work.reminders.all_open() == ()
        assert work.practice.get() == Practice()
