"""Handing forms over: armed, sealed by another process, taken in once, and everything that is refused."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.handovers import FileRefusal, FormAnswers, Packet
from vitalshift_desktop.domain.measures.administration import Administration, Rater
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.problems import DiskFull
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.handover_intake import HandoverNews, News
from vitalshift_desktop.services.handovers import HandoverWish
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.files.handover_files import handover_file, new_tag, write_sealed
from vitalshift_desktop.vault.keys.handover_seal import MAGIC, SEALED_SIZE, VERSION, BoundTo, new_key_pair, sealed

CHECKIN = FormAnswers("vs_checkin", (8, 7, 9, None))
PHQ9 = FormAnswers("phq9", (1, 0, 2, 1, 0, 0, 3, 0, 1))
BOTH = ("vs_checkin", "phq9")


def answer(packet: Packet, *answers: FormAnswers) -> Path:
    """Seal as the other process does."""
    bound = BoundTo(packet.vault_id, packet.tag, tuple(form.id for form in packet.forms))
    write_sealed(Path(packet.folder), packet.tag, sealed(packet.public_key, bound, answers))
    return handover_file(Path(packet.folder), packet.tag)


def armed(world: World, forms: tuple[str, ...] = ("vs_checkin",)) -> tuple[Session, Packet]:
    session = world.planned(world.client())
    return session, world.workspace.handovers.arm(session.id, HandoverWish(forms))


def recorded(world: World) -> tuple[Administration, ...]:
    with world.workspace.vault.read() as work:
        return tuple(one for client in work.clients.all() for one in work.measures.of_client(client.id))


def only(news: tuple[HandoverNews, ...]) -> HandoverNews:
    (one,) = news
    return one


def refused(world: World) -> FileRefusal | None:
    """The refusal of the only file, which is then kept aside unharmed, with nothing recorded."""
    folder = world.workspace.folder
    before = {path.name for path in folder.iterdir()}
    news = only(world.workspace.handovers.take_in())
    assert news.what is News.REFUSED
    assert news.file.startswith("refused-handover-")
    assert {path.name for path in folder.iterdir()} - before == {news.file}
    assert recorded(world) == ()
    return news.refusal


def test_what_was_sealed_is_recorded_once_and_its_file_is_gone(world: World) -> None:
    """E53: answers that were sealed arrive at the next unlock, once."""
    session, packet = armed(world, BOTH)
    assert [form.id for form in packet.forms] == ["phq9", "vs_checkin"]
    file = answer(packet, PHQ9, CHECKIN)
    news = only(world.workspace.handovers.take_in())
    assert (news.what, news.given) == (News.TAKEN_IN, ("PHQ-9", "Session check-in"))
    assert [(one.instrument_id, one.answers, one.rater, one.session_id) for one in recorded(world)] == [
        ("phq9", PHQ9.answers, Rater.CLIENT, session.id),
        ("vs_checkin", CHECKIN.answers, Rater.CLIENT, session.id),
    ]
    assert not file.exists()
    assert world.workspace.handovers.take_in() == ()
    assert len(recorded(world)) == 2


def test_a_later_seal_takes_the_place_of_an_earlier_one(world: World) -> None:
    _session, packet = armed(world, BOTH)
    answer(packet, PHQ9)
    file = answer(packet, PHQ9, FormAnswers("vs_checkin", None))
    assert [path.name for path in world.workspace.folder.glob("handover-*")] == [file.name]
    news = only(world.workspace.handovers.take_in())
    assert (news.given, news.declined) == (("PHQ-9",), ("Session check-in",))
    assert [one.instrument_id for one in recorded(world)] == ["phq9"]


def test_a_refusal_by_the_client_is_kept_as_declined_and_blank_answers_are_no_answers(world: World) -> None:
    session, packet = armed(world, BOTH)
    answer(packet, FormAnswers("phq9", (None,) * 9), FormAnswers("vs_checkin", None))
    assert only(world.workspace.handovers.take_in()).what is News.DECLINED
    assert recorded(world) == ()
    with world.workspace.vault.read() as work:
        noted = work.measures_not_given.of_session(session.id)
    assert {(one.instrument_id, one.reason) for one in noted} == {(form, NotGivenReason.DECLINED) for form in BOTH}


def test_a_hand_over_that_nobody_answered_is_closed_and_said(world: World) -> None:
    _session, packet = armed(world)
    assert only(world.workspace.handovers.take_in()).what is News.NOT_GIVEN
    answer(packet, CHECKIN)
    assert refused(world) is FileRefusal.TAKEN_BEFORE


def test_a_kill_after_recording_and_before_the_file_is_gone_doubles_and_refuses_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _session, packet = armed(world)
    file = answer(packet, CHECKIN)

    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as killing:
        killing.setattr("vitalshift_desktop.services.handovers.remove_taken", killed)
        with pytest.raises(KeyboardInterrupt):
            world.workspace.handovers.take_in()
    assert file.exists()
    assert world.workspace.handovers.take_in() == ()
    assert not file.exists()
    assert len(recorded(world)) == 1


def test_a_drive_that_removes_nothing_keeps_no_answer_from_being_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _session, packet = armed(world)
    file = answer(packet, CHECKIN)

    def failing(*_given: object) -> None:
        raise OSError(5, "the drive failed")

    with monkeypatch.context() as drive:
        drive.setattr("vitalshift_desktop.services.handovers.remove_taken", failing)
        assert only(world.workspace.handovers.take_in()).what is News.TAKEN_IN
        file_of_another = handover_file(world.workspace.folder, new_tag())
        file_of_another.write_bytes(b"by hand")
        drive.setattr("vitalshift_desktop.services.handover_intake.set_aside", failing)
        assert only(world.workspace.handovers.take_in()).file == file_of_another.name
    file_of_another.unlink()
    assert world.workspace.handovers.take_in() == ()
    assert not file.exists()
    assert len(recorded(world)) == 1


def test_a_file_taken_in_before_is_refused_and_named_when_it_comes_back(world: World) -> None:
    """E54: replayed."""
    _session, packet = armed(world)
    file = answer(packet, CHECKIN)
    copy = file.read_bytes()
    world.workspace.handovers.take_in()
    file.write_bytes(copy)
    news = only(world.workspace.handovers.take_in())
    assert (news.what, news.refusal) == (News.REFUSED, FileRefusal.TAKEN_BEFORE)
    assert (world.workspace.folder / news.file).read_bytes() == copy
    assert len(recorded(world)) == 1


def test_a_file_of_another_vault_is_refused_and_named(world: World, ready_vault: ReadyVault, tmp_path: Path) -> None:
    """E54: foreign, under its own name and under the name of a hand-over that waits."""
    elsewhere = ready_vault.copied_to(tmp_path / "other")
    clock = FakeClock(world.clock.now())
    other = World(Workspace(elsewhere.open(now=clock.now), clock, Events()), clock)
    foreign = answer(armed(other)[1], CHECKIN)
    other.workspace.close()
    (world.workspace.folder / foreign.name).write_bytes(foreign.read_bytes())
    assert refused(world) is FileRefusal.FOREIGN
    _session, packet = armed(world)
    handover_file(world.workspace.folder, packet.tag).write_bytes(foreign.read_bytes())
    assert refused(world) is FileRefusal.FORGED


def test_a_self_made_file_is_refused_and_named(world: World) -> None:
    """E54: made by hand, with the right form, vault and name, but another key."""
    _session, packet = armed(world)
    answer(replace(packet, public_key=new_key_pair()[1]), CHECKIN)
    assert refused(world) is FileRefusal.FORGED


@pytest.mark.parametrize("changed", ["vault", "tag", "forms"])
def test_a_file_is_bound_to_its_vault_its_hand_over_and_its_forms(world: World, changed: str) -> None:
    _session, packet = armed(world)
    bound = {
        "vault": BoundTo("another", packet.tag, ("vs_checkin",)),
        "tag": BoundTo(packet.vault_id, new_tag(), ("vs_checkin",)),
        "forms": BoundTo(packet.vault_id, packet.tag, ("phq9",)),
    }[changed]
    write_sealed(world.workspace.folder, packet.tag, sealed(packet.public_key, bound, [CHECKIN]))
    assert refused(world) is FileRefusal.FORGED


def flipped(data: bytes) -> bytes:
    return data[:-20] + bytes([data[-20] ^ 1]) + data[-19:]


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda data: data[:-1], FileRefusal.NOT_WHOLE),
        (lambda data: data + b"\0", FileRefusal.NOT_WHOLE),
        (lambda _data: b"", FileRefusal.NOT_WHOLE),
        (lambda data: b"X" + data[1:], FileRefusal.NOT_WHOLE),
        (lambda data: data * 100, FileRefusal.NOT_WHOLE),
        (flipped, FileRefusal.FORGED),
        (lambda data: data[:11] + b"\0" * 32 + data[43:], FileRefusal.FORGED),
    ],
)
def test_a_spoiled_file_is_refused_and_kept(world: World, spoil: object, why: FileRefusal) -> None:
    _session, packet = armed(world)
    file = answer(packet, CHECKIN)
    assert callable(spoil)
    data = spoil(file.read_bytes())
    file.write_bytes(data)
    assert refused(world) is why
    (kept,) = world.workspace.folder.glob("refused-*")
    assert kept.read_bytes() == data


def test_links_pipes_and_folders_are_refused_without_being_read(world: World, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("not yours")
    folder = world.workspace.folder
    handover_file(folder, new_tag()).symlink_to(letter)
    handover_file(folder, new_tag()).mkdir()
    os.mkfifo(handover_file(folder, new_tag()))
    news = world.workspace.handovers.take_in()
    assert [one.refusal for one in news] == [FileRefusal.NOT_A_FILE] * 3
    assert letter.read_text() == "not yours"
    assert not list(folder.glob("handover-*"))


def test_a_file_of_a_newer_version_waits_for_that_version(world: World) -> None:
    _session, packet = armed(world)
    file = answer(packet, CHECKIN)
    data = file.read_bytes()
    newer = MAGIC + bytes([VERSION + 1]) + data[len(MAGIC) + 1 :] + b"more"
    file.write_bytes(newer)
    for _again in range(2):
        news = only(world.workspace.handovers.take_in())
        assert (news.what, news.refusal, news.file) == (News.REFUSED, FileRefusal.NEWER, file.name)
    file.write_bytes(data)
    assert only(world.workspace.handovers.take_in()).what is News.TAKEN_IN


@pytest.mark.parametrize(
    "answers",
    [
        [FormAnswers("vs_checkin", (11, 0, 0, 0))],
        [FormAnswers("vs_checkin", (-1, 0, 0, 0))],
        [FormAnswers("vs_checkin", (8, 8, 8))],
        [FormAnswers("phq9", (0,) * 9)],
        [CHECKIN, CHECKIN],
    ],
)
def test_answers_that_the_forms_do_not_have_are_refused(world: World, answers: list[FormAnswers]) -> None:
    _session, packet = armed(world)
    answer(packet, *answers)
    assert refused(world) is FileRefusal.OFF_SCALE


def test_every_sealed_file_has_the_same_length(world: World) -> None:
    _session, packet = armed(world, BOTH)
    sizes = {answer(packet, *given).stat().st_size for given in ((), (PHQ9,), (PHQ9, CHECKIN))}
    assert sizes == {SEALED_SIZE}


def test_a_full_drive_lets_the_counselor_in_and_the_answers_wait(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    _session, packet = armed(world)
    answer(packet, CHECKIN)

    def full(*_given: object) -> None:
        raise DiskFull

    with monkeypatch.context() as filling:
        filling.setattr("vitalshift_desktop.services.handovers.taken_in", full)
        assert only(world.workspace.handovers.take_in()).what is News.WAITING
    assert only(world.workspace.handovers.take_in()).what is News.TAKEN_IN


def test_the_trail_tells_what_became_of_it_without_answers(world: World) -> None:
    _session, packet = armed(world)
    answer(packet, CHECKIN)
    world.workspace.handovers.take_in()
    with world.workspace.vault.read() as work:
        entries = [one for one in work.audit.entries() if one.act.startswith("handover")]
    assert {one.act for one in entries} == {AuditAct.HANDOVER_ARMED, AuditAct.HANDOVER_TAKEN_IN}
    assert [dict(one.detail) for one in entries] == [{"forms": 1}, {"forms": 1}]
