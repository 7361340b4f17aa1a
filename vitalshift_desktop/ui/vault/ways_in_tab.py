"""The ways into the vault: passphrase, recovery sheet, vault key."""

from datetime import datetime
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.services.secrets import SecretsState
from vitalshift_desktop.services.unlocking import RecoveryCode
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.vault.key_form import KeyForm
from vitalshift_desktop.ui.vault.new_sheet_form import NewSheetForm
from vitalshift_desktop.ui.vault.older_backups import dates_in_words
from vitalshift_desktop.ui.vault.passphrase_form import PassphraseForm
from vitalshift_desktop.ui.vault.sheet_ask_form import SheetAskForm
from vitalshift_desktop.ui.vault.sheet_test_form import SheetTestForm
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _, ngettext

Made = TypeVar("Made", bound=QWidget)


class WaysInTab(Page):
    """Only the passphrase and the recovery sheet open the vault; here both are changed, and the sheet is tested."""

    concerns = frozenset({Subject.SECRETS, Subject.PRACTICE, Subject.BACKUPS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("vault.ways_in_tab")
        self._desk = desk
        self._build()
        self._lay_out()
        self.change.clicked.connect(self.change_passphrase)
        self.test.clicked.connect(self.test_sheet)
        self.renew.clicked.connect(self.make_sheet)
        self.rotate.clicked.connect(self.change_key)

    def _build(self) -> None:
        self._passphrase = _named(TextLabel(tone="2", size="m"), "vault.passphrase_state")
        self.change = _named(Button(_("Change passphrase…")), "vault.change_passphrase")
        self._sheet = _named(MarkLabel("check-circle", "", tone="ok"), "vault.sheet_state")
        self._unchecked = _named(MarkLabel("warning-circle", ""), "vault.unchecked_sheets")
        self.test = _named(Button(_("Test my recovery sheet…")), "vault.test_sheet")
        self.renew = _named(Button(_("Make a new sheet…")), "vault.new_sheet")
        self._key = _named(TextLabel(tone="2", size="m"), "vault.key_state")
        self.rotate = _named(Button(_("Change the vault key…")), "vault.change_key")
        self._older = _named(TextLabel(tone="2", size="m"), "vault.older_backups")

    def _lay_out(self) -> None:
        words = _("Your passphrase and your printed recovery sheet open the vault. Nothing and nobody else does.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(theme().scale(20))
        column.addWidget(TextLabel(words, tone="2"))
        column.addWidget(_part(_("Passphrase"), (self._passphrase,), (self.change,)))
        column.addWidget(_part(_("Recovery sheet"), (self._sheet, self._unchecked), (self.test, self.renew)))
        column.addWidget(_part(_("Vault key"), (self._key,), (self.rotate,)))
        self._older_part = _part(_("Older backups"), (self._older,), ())
        column.addWidget(self._older_part)

    def look_again(self) -> None:
        """Show what opens the vault, and since when."""
        state = self._desk.workspace.secrets.state()
        since = _("The same since {day}. It need not be changed unless somebody may know it.")
        self._passphrase.setText(since.format(day=self._day(state.passphrase_since)))
        self._show_sheet(state)
        self._show_key(state.key_changed_at)
        older = self._desk.workspace.secrets.older_backups()
        self._older_part.setVisible(bool(older))
        told = ngettext(
            "{n} backup still opens with an older passphrase or sheet: {dates}.",
            "{n} backups still open with an older passphrase or sheet: {dates}.",
            len(older),
        )
        dates = dates_in_words([backup.made for backup in older], self._desk.workspace.clock)
        self._older.setText(told.format(n=len(older), dates=dates))

    def change_passphrase(self) -> None:
        """Ask for the current passphrase and a new one."""
        PassphraseForm(self._desk, self.window()).open_from(self.change)

    def test_sheet(self) -> None:
        """Ask for the code on the sheet."""
        SheetTestForm(self._desk, self.window()).open_from(self.test)

    def make_sheet(self) -> None:
        """Ask for the passphrase, then show a new sheet, which counts once it was asked back."""
        form = SheetAskForm(self._desk, self.window())
        form.made.connect(self._show_sheet_made)
        form.open_from(self.renew)

    def _show_sheet_made(self, code: RecoveryCode) -> None:
        NewSheetForm(self._desk, code, self.window()).open_from(self.renew)

    def change_key(self) -> None:
        """Lead through a change of the vault key."""
        KeyForm(self._desk, self.window()).open_from(self.rotate)

    def focus_first(self) -> None:
        """Go to the passphrase."""
        self.change.setFocus()

    def _show_sheet(self, state: SecretsState) -> None:
        day = self._day(state.sheet_tested_at)
        if state.sheet_test_due:
            due = _("Last made or tested on {day}, more than 90 days ago. Try whether you can still find and read it.")
            self._sheet.show_mark("warning-circle", due.format(day=day), "attnmark")
        else:
            self._sheet.show_mark("check-circle", _("Last made or tested on {day}.").format(day=day), "ok")
        unchecked = ngettext(
            "{n} more sheet was made and never checked; it opens the vault too. A new sheet ends that.",
            "{n} more sheets were made and never checked; they open the vault too. A new sheet ends that.",
            state.unchecked_sheets,
        )
        self._unchecked.show_mark("warning-circle", unchecked.format(n=state.unchecked_sheets), "attnmark")
        self._unchecked.setVisible(state.unchecked_sheets > 0)

    def _show_key(self, changed_at: datetime | None) -> None:
        words = _("Your records are encrypted with it. Change it when somebody may have a copy and a way to open it.")
        if changed_at is not None:
            words = _("Changed on {day}. {words}").format(day=self._day(changed_at), words=words)
        self._key.setText(words)

    def _day(self, at: datetime) -> str:
        return full_day(local(self._desk.workspace.clock, at).date())


def _named(widget: Made, name: str) -> Made:
    widget.setObjectName(name)
    return widget


def _part(title: str, told: tuple[QWidget, ...], buttons: tuple[QWidget, ...]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(SectionHeading(title))
    for words in told:
        column.addWidget(words)
    if buttons:
        column.addLayout(left(*buttons))
    return part
