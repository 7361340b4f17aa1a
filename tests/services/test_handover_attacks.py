"""Files that others put beside the vault while it is locked: none keeps the counselor out or costs an answer."""

import os
import sys
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from tests.services.test_handovers import BOTH, CHECKIN, PHQ9, answer, armed, flipped, only, recorded
from tests.services.world import World
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.handover_packet import LARGEST, packed
from vitalshift_desktop.domain.handovers import FileRefusal, FormAnswers
from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.domain.measures.custom import CustomMeasure
from vitalshift_desktop.domain.measures.instrument import Direction
from vitalshift_desktop.domain.problems import DateIsImpossible, FormsTooLong, NotFound
from vitalshift_desktop.domain.vaults import ReadOnlyReason
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.handover_intake import News
from vitalshift_desktop.services.handovers import HandoverWish
from vitalshift_desktop.services.measure_entry import NewEntry, record_in
from vitalshift_desktop.ui.handover.news_words import news_words
from vitalshift_desktop.vault.files.handover_files import new_tag
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

NAMES = (
    b"handover-\xff\xfe.sealed",
    b"handover-" + b"a" * 239 + b".sealed",
    "handover-\u202egnp.exe\n<b>x.sealed".encode(),
    b"handover-.sealed",
    b"handover-" + b"A" * 32 + b".sealed",
)


def put(folder: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"by hand")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system forbids such names")
def test_a_file_name_of_any_bytes_keeps_nobody_out_and_is_shown_as_a_plain_name(world: World) -> None:
    _session, packet = armed(world)
    answer(packet, CHECKIN)
    for name in NAMES:
        put(world.workspace.folder, name)
    news = world.workspace.handovers.take_in()
    assert [one.what for one in news].count(News.TAKEN_IN) == 1
    assert len([one for one in news if one.what is News.REFUSED]) == len(NAMES)
    assert all(one.file.isascii() and one.file.isprintable() for one in news)
    assert world.workspace.handovers.take_in() == ()
    assert len(list(world.workspace.folder.glob("refused-handover-*.sealed"))) == len(NAMES)


def test_a_file_that_cannot_be_read_now_is_taken_in_later(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner or a sync service holds it: its key is kept, and so is whatever else waits."""
    _session, packet = armed(world)
    file = answer(packet, CHECKIN)

    def held(*_given: object) -> bytes:
        raise PermissionError(13, "another program holds it")

    with monkeypatch.context() as drive:
        drive.setattr("vitalshift_desktop.vault.files.handover_files.read_at_most", held)
        for _again in range(2):
            assert only(world.workspace.handovers.take_in()).what is News.WAITING
    assert file.exists()
    assert recorded(world) == ()
    assert only(world.workspace.handovers.take_in()).what is News.TAKEN_IN


def test_records_that_can_only_be_read_tell_that_answers_wait(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    _session, packet = armed(world, BOTH)
    file = answer(packet, PHQ9)
    with monkeypatch.context() as reading:
        reading.setattr(Vault, "read_only", property(lambda _vault: ReadOnlyReason.OLDER))
        assert only(world.workspace.handovers.take_in()).what is News.WAITING
    assert file.exists()
    assert only(world.workspace.handovers.take_in()).what is News.TAKEN_IN


def test_a_fault_of_any_kind_lets_the_counselor_in_and_the_answers_wait(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _session, packet = armed(world)
    file = answer(packet, CHECKIN)

    def failing(*_given: object) -> None:
        raise RecursionError

    with monkeypatch.context() as fault:
        fault.setattr("vitalshift_desktop.services.handovers.taken_in", failing)
        assert only(world.workspace.handovers.take_in()).what is News.WAITING
        file.rename(file.with_name("elsewhere"))
        assert world.workspace.handovers.take_in() == ()  # nothing is said to wait where nothing does
        file.with_name("elsewhere").rename(file)
    assert only(world.workspace.handovers.take_in()).what is News.TAKEN_IN


def test_hundreds_of_files_are_told_in_one_sentence_after_what_was_answered(world: World) -> None:
    _session, packet = armed(world, BOTH)
    answer(packet, PHQ9, CHECKIN)
    for _one in range(200):
        (world.workspace.folder / f"handover-{new_tag()}.sealed").write_bytes(b"x" * 20_000)
    news = world.workspace.handovers.take_in()
    assert len(news) == 201
    words = news_words(news, lambda _client: "Maren")
    assert words.startswith("Maren answered PHQ-9, Session check-in. 200 files of answers were refused.")
    assert len(words) < 400
    with world.workspace.vault.read() as work:
        refused = [one for one in work.audit.entries() if one.act == AuditAct.HANDOVER_REFUSED]
    assert [dict(one.detail) for one in refused] == [{"refusal": FileRefusal.NOT_WHOLE.value, "files": 200}]


def own_measure(world: World, name: str, items: int, words: str) -> str:
    questions = tuple(f"{words} {number}" for number in range(items))
    measure = CustomMeasure(name, questions, 0, 10, Direction.HIGHER, "own")
    return world.workspace.instruments.add_custom(measure).instrument.id


def test_forms_that_do_not_fit_are_refused_when_they_are_armed_and_not_when_they_are_answered(world: World) -> None:
    session = world.planned(world.client())
    long = own_measure(world, "Long", 100, "\u0436" * 400)
    many = tuple(own_measure(world, f"Many {number}", 200, "?") for number in range(15))
    for forms in ((long,), many):
        with pytest.raises(FormsTooLong):
            world.workspace.handovers.arm(session.id, HandoverWish(forms))
    assert world.workspace.handovers.take_in() == ()
    packet = world.workspace.handovers.arm(session.id, HandoverWish(many[:5]))
    answer(packet, *(FormAnswers(form, (10,) * 200) for form in many[:5]))
    assert only(world.workspace.handovers.take_in()).what is News.TAKEN_IN


def test_a_long_form_in_another_script_fits_into_the_pipe(world: World) -> None:
    session = world.planned(world.client())
    form = own_measure(world, "\u0416", 100, "\u0436" * 100)
    assert len(packed(world.workspace.handovers.arm(session.id, HandoverWish((form,))))) < LARGEST


def test_answers_that_were_replaced_by_a_forged_file_are_missed_by_name(world: World) -> None:
    _session, packet = armed(world, BOTH)
    file = answer(packet, PHQ9, CHECKIN)
    file.write_bytes(flipped(file.read_bytes()))
    for _one in range(5):
        (world.workspace.folder / f"handover-{new_tag()}.sealed").write_bytes(b"by hand")
    words = news_words(world.workspace.handovers.take_in(), lambda _client: "Maren")
    assert words.startswith("6 files of answers were refused.")
    assert words.endswith("What Maren was given did not arrive: PHQ-9, Session check-in. Ask again.")


def test_a_session_before_the_birth_is_refused_when_it_is_armed_and_holds_up_no_other_answers(world: World) -> None:
    client = world.client()
    session = world.held(client, -30)
    world.workspace.clients.change(client.id, replace(client.details, born=world.today - timedelta(days=3)))
    with pytest.raises(DateIsImpossible):
        world.workspace.handovers.arm(session.id, HandoverWish(("vs_checkin",)))
    assert world.workspace.handovers.take_in() == ()


@pytest.mark.parametrize(
    "step",
    [
        "vitalshift_desktop.services.handover_intake.record_in",
        "vitalshift_desktop.services.handover_intake.Intake.enter",
        "vitalshift_desktop.services.handovers.remove_taken",
        "vitalshift_desktop.services.handovers.Handovers._clear",
        "vitalshift_desktop.services.handover_intake.set_aside",
    ],
)
def test_a_kill_at_any_step_of_taking_in_records_once_and_leaves_no_file(
    world: World, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    _session, packet = armed(world, BOTH)
    file = answer(packet, PHQ9, CHECKIN)
    stranger = world.workspace.folder / f"handover-{new_tag()}.sealed"
    stranger.write_bytes(b"by hand")

    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as killing:
        killing.setattr(step, killed)
        with pytest.raises(KeyboardInterrupt):
            world.workspace.handovers.take_in()
    world.workspace.handovers.take_in()
    assert world.workspace.handovers.take_in() == ()
    assert [one.instrument_id for one in recorded(world)] == ["phq9", "vs_checkin"]
    assert not file.exists()
    assert not stranger.exists()


def test_answers_that_cannot_be_taken_in_hold_up_no_others(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first, packet = armed(world)
    answer(packet, CHECKIN)
    second = world.planned(world.client("Jonas B."), at=time(16, 0))
    answer(world.workspace.handovers.arm(second.id, HandoverWish(BOTH)), PHQ9, CHECKIN)

    def failing(work: UnitOfWork, clock: Clock, entry: NewEntry) -> Administration:
        if entry.session_id == first.id:
            raise NotFound
        return record_in(work, clock, entry)

    with monkeypatch.context() as fault:
        fault.setattr("vitalshift_desktop.services.handover_intake.record_in", failing)
        assert {one.what for one in world.workspace.handovers.take_in()} == {News.WAITING, News.TAKEN_IN}
        assert [one.what for one in world.workspace.handovers.take_in()] == [News.WAITING]
    assert [one.what for one in world.workspace.handovers.take_in()] == [News.TAKEN_IN]
    assert len(recorded(world)) == 3
