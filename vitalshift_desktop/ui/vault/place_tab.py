"""Where the vault lies, whether a service copies it about, and the way onto another computer."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.vault_places import PlaceFacts
from vitalshift_desktop.printing.second_computer import steps
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.second_computer_print import SecondComputerPrint
from vitalshift_desktop.ui.size_words import size_words
from vitalshift_desktop.ui.sync_words import provider_name, sync_warning
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _, ngettext


class PlaceTab(Page):
    """The folder and its drive; moving it; keeping it there knowingly."""

    concerns = frozenset({Subject.BACKUPS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._place = desk.workspace.place
        self._printing = SecondComputerPrint(desk, self)
        self._build()
        self.move_away.clicked.connect(self._on_move)
        self.keep.clicked.connect(self._on_keep)
        self.remove_old.clicked.connect(self._on_remove_old)
        self.print.clicked.connect(self._on_print)

    def _build(self) -> None:
        self.folder = TextLabel()
        self.folder.setObjectName("vault.place_folder")
        self.drive = TextLabel(tone="2", size="m")
        self.drive.setObjectName("vault.place_drive")
        self.sync = MarkLabel("check-circle", "", tone="ok")
        self.sync.setObjectName("vault.place_sync")
        self.conflicts = MarkLabel("warning-circle", "")
        self.conflicts.setObjectName("vault.place_conflicts")
        self.header = MarkLabel("check-circle", "", tone="ok")
        self.header.setObjectName("vault.place_header")
        self.old = MarkLabel("info", "", tone="text2")
        self.old.setObjectName("vault.place_old")
        self.move_away = Button(_("Move the records…"))
        self.move_away.setObjectName("vault.place_move")
        self.keep = Button(_("I understand, keep them here"))
        self.keep.setObjectName("vault.place_keep")
        self.remove_old = Button(_("Delete the old copy…"))
        self.remove_old.setObjectName("vault.place_remove_old")
        self.print = Button(_("Print this page…"), icon="printer")
        self.print.setObjectName("vault.place_print")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(theme().scale(12))
        column.addWidget(SectionHeading(_("Where your records lie")))
        for part in (self.folder, self.drive, self.sync, self.conflicts, self.header):
            column.addWidget(part)
        column.addLayout(left(self.move_away, self.keep))
        column.addWidget(self.old)
        column.addLayout(left(self.remove_old))
        column.addSpacing(12)
        column.addWidget(SectionHeading(_("On another computer")))
        for number, words in enumerate(steps(), start=1):
            column.addWidget(TextLabel(_("{n}. {words}").format(n=number, words=words), size="m"))
        column.addLayout(left(self.print))

    def look_again(self) -> None:
        """Show where the vault lies now."""
        facts = self._place.facts()
        self.folder.setText(str(facts.folder))
        words = _("Drive {drive}, {size} free")
        self.drive.setText(words.format(drive=facts.drive, size=size_words(facts.free)))
        self._show_sync(facts)
        self._show_rest(facts)

    def focus_first(self) -> None:
        """Go to the first button."""
        self.move_away.setFocus()

    def _show_sync(self, facts: PlaceFacts) -> None:
        self.keep.setVisible(facts.needs_moving)
        self.move_away.show_variant("primary" if facts.needs_moving else "")
        if facts.provider is None:
            self.sync.show_mark("check-circle", _("No service that we know copies this folder about."), "ok")
        elif facts.accepted:
            words = _("{service} copies this folder about; you chose to keep the records here.")
            self.sync.show_mark("info", words.format(service=provider_name(facts.provider)), "text2")
        else:
            self.sync.show_mark("warning-circle", sync_warning(facts.provider), "attnmark")

    def _show_rest(self, facts: PlaceFacts) -> None:
        self.conflicts.setVisible(bool(facts.conflicts))
        if facts.conflicts:
            self.conflicts.show_mark("warning-circle", conflict_words(facts.conflicts), "attnmark")
        if facts.kept_header:
            words = _("This computer keeps a copy of the vault’s key file, in case both in the vault are lost.")
            self.header.show_mark("check-circle", words, "ok")
        else:
            words = _("This computer has no copy of the vault’s key file yet; the next unlock makes one.")
            self.header.show_mark("info", words, "text2")
        self.old.setVisible(facts.old_place is not None)
        self.remove_old.setVisible(facts.old_place is not None)
        if facts.old_place is not None:
            words = _("The copy at the old place is still there: {folder}")
            self.old.show_mark("info", words.format(folder=facts.old_place), "text2")

    def _on_move(self) -> None:
        parent = self._desk.dialogs.choose_folder(self, _("Where should your records lie?"))
        if parent is None:
            return
        target = parent / self._desk.workspace.folder.name
        text = _(
            "VitalShift locks, copies the records to {folder}, compares every byte and then asks for your passphrase. "
            "The old folder is kept aside until you delete it."
        )
        title, go = _("Move the records?"), _("Lock and move")
        if self._desk.dialogs.ask(self, title, text.format(folder=target), (go, _("Cancel"))) == go:
            self._ask_to_move(parent)

    def _ask_to_move(self, parent: Path) -> None:
        try:
            self._place.ask_to_move(parent)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        else:
            self._desk.wishes.lock.emit()

    def _on_keep(self) -> None:
        try:
            self._place.keep_here()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        self.look_again()
        self.move_away.setFocus()

    def _on_remove_old(self) -> None:
        old = self._place.facts().old_place
        title, go = _("Delete the old copy?"), _("Delete it")
        text = _("This removes {folder}. Your records at their new place stay. Make sure that they open and are whole.")
        if old is None or self._desk.dialogs.ask(self, title, text.format(folder=old), (go, _("Cancel"))) != go:
            return
        try:
            self._place.remove_old_place()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        self.look_again()
        self.move_away.setFocus()

    def _on_print(self) -> None:
        self._printing.print()


def conflict_words(names: tuple[str, ...]) -> str:
    """That a service made second versions of the vault's files, with their names."""
    words = ngettext(
        "A sync service left a second version of a file beside the records: {names}. It is not used and not removed.",
        "A sync service left {n} second versions of files beside the records: {names}. They are not used and not "
        "removed.",
        len(names),
    )
    return words.format(n=len(names), names=", ".join(names))
