"""Becoming the process that shows a form: what it is given, and what happens where that cannot be."""

import os
import sys
from pathlib import Path

import pytest

from vitalshift_desktop import handed_over
from vitalshift_desktop.domain.handover_packet import packed
from vitalshift_desktop.domain.handovers import Packet, handed_form
from vitalshift_desktop.services.instruments import instruments
from vitalshift_desktop.ui import fresh_start
from vitalshift_desktop.ui.fresh_start import FORM, start_form

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the process is started beside this one")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that the process would have become."""
    commands: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _program, command: commands.append(command))
    return commands


def open_files() -> int:
    """How many files this process holds open, where that can be seen."""
    listed = Path("/proc/self/fd")
    return len(list(listed.iterdir())) if listed.exists() else 0


def test_the_packet_waits_in_a_pipe_and_only_its_number_is_an_argument(started: list[list[str]]) -> None:
    start_form(b"a packet")
    (command,) = started
    assert command[-4:-2] == ["-m", "vitalshift_desktop"]
    assert command[-2] == FORM
    pipe = int(command[-1])
    assert os.get_inheritable(pipe)
    with os.fdopen(pipe, "rb") as reading:
        assert reading.read() == b"a packet"


def test_all_forms_that_come_with_the_app_fit_into_the_pipe_at_once(started: list[list[str]]) -> None:
    forms = tuple(handed_form(one) for one in instruments().values())
    start_form(packed(Packet("/a/long/way" * 20, "id", "ab" * 16, bytes(32), forms)))
    (command,) = started
    os.close(int(command[-1]))


def test_a_packet_that_does_not_fit_leads_to_the_lock_page(started: list[list[str]]) -> None:
    before = open_files()
    start_form(b"x" * 10_000_000)
    (command,) = started
    assert FORM not in command
    assert open_files() == before


@pytest.mark.parametrize("source", ["", "no number", "987654", "9" * 30])
def test_a_process_without_a_packet_goes_to_the_lock_page(source: str) -> None:
    assert handed_over.packet_from(source) is None


def test_a_packet_is_read_once_and_the_pipe_is_closed() -> None:
    packet = Packet("/somewhere", "id", "ab" * 16, bytes(32), ())
    reader, writer = os.pipe()
    os.write(writer, packed(packet))
    os.close(writer)
    assert handed_over.packet_from(str(reader)) == packet
    assert handed_over.packet_from(str(reader)) is None


def test_our_program_starts_again_without_a_form_where_the_new_one_cannot_be_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    afresh: list[bool] = []

    def refused(_program: str, _command: list[str]) -> None:
        raise OSError(12, "no memory")

    monkeypatch.setattr(os, "execv", refused)
    monkeypatch.setattr(fresh_start, "start_afresh", lambda: afresh.append(True))
    start_form(b"a packet")
    assert afresh == [True]
