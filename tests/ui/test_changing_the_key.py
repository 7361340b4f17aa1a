"""A change of the vault key in the whole app: it ends at the lock, and the new secrets open what was there."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import PASSPHRASE, ReadyVault, master_vault, ready_vault
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.unlocking import RecoveryCode, Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.startup import App, Places
from vitalshift_desktop.ui.vault.key_form import KeyForm
from vitalshift_desktop.vault.keys.key_slots import KdfCost

__all__ = ["master_vault", "ready_vault"]
_PATIENCE_MS = 30_000


def test_a_new_vault_key_ends_at_the_lock_and_everything_is_there_after_it(
    qapp: QApplication,
    qtbot: QtBot,
    clock: FakeClock,
    dialogs: FakeDialogs,
    ready_vault: ReadyVault,
) -> None:
    unlocking = Unlocking(clock, ready_vault.paths, KdfCost.floor())
    started: list[bool] = []
    places = Places(ready_vault.paths.data, Path.home())
    app = App(qapp, places, dialogs=dialogs, relaunch=lambda: started.append(True), load_unlocking=lambda: unlocking)
    app.start()
    assert app.entry is not None
    workspace = unlocking.unlock(ready_vault.folder, PASSPHRASE)
    workspace.clients.add(ClientDetails(preferred_name="Maren T."))
    app.entry.unlocked.emit(workspace)
    assert app.window is not None
    app.window.open_vault("ways_in")
    app.window.pages.ways_in.change_key()
    form = next(form for form in app.window.findChildren(KeyForm))
    form.reasons.passphrase.edit.setText(PASSPHRASE)
    form.reasons.changed.emit()
    form.go_on.click()
    qtbot.waitUntil(form.sheet.isVisible, timeout=_PATIENCE_MS)
    groups = [label.text() for label in form.sheet.findChildren(QLabel) if label.property("role") == "code"]
    form.sheet.by_hand.click()
    for field, group in zip(form.sheet.check.fields, form.sheet.asked, strict=True):
        field.show_text(groups[group])
    form.sheet.check.changed.emit()
    form.go_on.click()
    qtbot.waitUntil(lambda: bool(started), timeout=_PATIENCE_MS)
    assert not workspace.vault.is_open
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for secret in (PASSPHRASE, RecoveryCode.parse("".join(groups))):
        again = Workspace(ready_vault.open(secret, now=clock.now), clock, Events())
        assert again.warnings == ()
        assert [line.client.details.preferred_name for line in again.clients.lines()] == ["Maren T."]
        assert again.audit.verify() > 0
        again.close()
