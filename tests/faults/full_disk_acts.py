"""What the counselor does while the drive runs full: each act, how to tell the state before it and after it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.support.ready_vault import PASSPHRASE
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked

NEW = "nine blue lanterns drift"
SHORT = "a few words"
LONG = "a long note " * 3_000


@dataclass(frozen=True, slots=True)
class Act:
    """One act in an open vault: `done` tells whether its result is there, as a whole, `undone` that none of it is."""

    prepare: Callable[[Workspace], object]
    act: Callable[[Workspace], object]
    done: Callable[[Workspace], bool]
    undone: Callable[[Workspace], bool]


def acts() -> dict[str, Act]:
    """Every act that writes, by its name."""
    return {
        "save a draft": Act(_begin, _write, lambda w: _text(w) == LONG, lambda w: _text(w) == ""),
        "save a draft while typing": Act(_typed, _write, lambda w: _text(w) == LONG, lambda w: _text(w) == SHORT),
        "sign": Act(_written, _sign, _signed, lambda w: not _signed(w)),
        "record a check-in": Act(_begin, _check_in, lambda w: _forms(w) == 1, lambda w: _forms(w) == 0),
        "change the passphrase": Act(_nothing, _change, _opens_by(NEW), _opens_by(PASSPHRASE)),
        "back up beside the vault": Act(_nothing, _back_up, lambda w: _backups(w) == 1, lambda w: _backups(w) == 0),
    }


def _nothing(workspace: Workspace) -> None:
    pass


def _begin(workspace: Workspace) -> None:
    client = workspace.clients.add(ClientDetails(preferred_name="Maren T."))
    session = workspace.sessions.start_unplanned(client.id)
    workspace.notes.start(session.id)
    workspace.sessions.plan(
        client.id, today(workspace.clock) + timedelta(days=7), session.starts.time(), 50, Modality.IN_PERSON
    )


def _written(workspace: Workspace) -> None:
    _begin(workspace)
    _write(workspace)


def _typed(workspace: Workspace) -> None:
    _begin(workspace)
    _write(workspace, SHORT)


def _write(workspace: Workspace, text: str = LONG) -> None:
    with workspace.vault.read() as work:
        note = work.notes.of_client(work.clients.all()[0].id)[0]
    filled = tuple(Section(part.key, text) for part in note.sections)
    workspace.notes.save_draft(note.id, filled, base_version=note.version)


def _sign(workspace: Workspace) -> None:
    with workspace.vault.read() as work:
        note = work.notes.of_client(work.clients.all()[0].id)[0]
    workspace.notes.sign(note.id)


def _check_in(workspace: Workspace) -> None:
    with workspace.vault.read() as work:
        session = work.sessions.of_client(work.clients.all()[0].id)[0]
    workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 7, 9))


def _change(workspace: Workspace) -> None:
    workspace.vault.ways_in.change_passphrase(NEW)


def _back_up(workspace: Workspace) -> None:
    workspace.vault.back_up(_target(workspace))


def _text(workspace: Workspace) -> str:
    with workspace.vault.read() as work:
        note = work.notes.of_client(work.clients.all()[0].id)[0]
    texts = {part.text for part in note.sections}
    return texts.pop() if len(texts) == 1 else "torn"


def _signed(workspace: Workspace) -> bool:
    with workspace.vault.read() as work:
        note = work.notes.of_client(work.clients.all()[0].id)[0]
    assert note.is_unaltered
    return note.is_signed


def _forms(workspace: Workspace) -> int:
    with workspace.vault.read() as work:
        return len(work.measures.of_client(work.clients.all()[0].id))


def _opens_by(passphrase: str) -> Callable[[Workspace], bool]:
    def opens(workspace: Workspace) -> bool:
        headers = {(workspace.vault.folder / name).read_bytes() for name in ("vault.hdr", "vault.hdr2")}
        try:
            for header in headers:
                unlocked(read_header(header), passphrase).wipe()
        except WrongSecret:
            return False
        return True

    return opens


def _backups(workspace: Workspace) -> int:
    """Backups that open and hold what they say; anything else in their folder is a fault."""
    target = _target(workspace)
    found = list(target.iterdir()) if target.exists() else []
    for path in found:
        verify_backup(path, PASSPHRASE, scratch=workspace.vault.folder.parent.parent.parent)
    return len(found)


def _target(workspace: Workspace) -> Path:
    return workspace.vault.folder.parent / "backups"
