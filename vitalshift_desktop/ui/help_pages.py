"""Help: the keys of this page, the limits of the protection, and what the app is made of."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop import __version__
from vitalshift_desktop.ui.actions import Command, Where, commands
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class HelpPages(QObject):
    """Small windows with text; Esc closes them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def show_keys(self, place: Where) -> None:
        """The commands and keys that work on this page."""
        frame = self._frame(_("Keys on this page"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for place_in_grid, command in enumerate(_with_keys(place)):
            row, column = place_in_grid // 2, (place_in_grid % 2) * 2
            grid.addWidget(TextLabel(command.text), row, column)
            keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(TextLabel(keys, tone="2"), row, column + 1)
        frame.column.addLayout(grid)
        frame.open()

    def show_limits(self) -> None:
        """What the app cannot protect, in plain words."""
        frame = self._frame(_("What VitalShift cannot protect"))
        for words in limits():
            frame.column.addWidget(TextLabel(words))
        frame.open()

    def show_about(self) -> None:
        """Version, license and the notices of what we build on."""
        frame = self._frame(_("About VitalShift"))
        frame.column.addWidget(TextLabel(_("Version {version}").format(version=__version__)))
        for words in notices():
            frame.column.addWidget(TextLabel(words, tone="2"))
        frame.open()

    def _frame(self, title: str) -> DialogFrame:
        frame = DialogFrame(title, parent=self._window)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = Button(_("Close"))
        close.clicked.connect(frame.reject)
        frame.add_button(close, safe=True)
        return frame


def _with_keys(place: Where) -> list[Command]:
    found = [command for command in commands() if isinstance(command, Command) and command.keys]
    return [command for command in found if Where.EVERYWHERE in command.where or place in command.where]


def limits() -> tuple[str, ...]:
    """The stated limits of the protection, one sentence or two each."""
    return (
        _("While the records are open, anyone or any program that controls this computer can read the screen."),
        _("Sleep, hibernation and swap files may keep fragments unless the whole disk is encrypted. Turn that on."),
        _("Someone who copies the records can try passphrases for ever, so the passphrase is the defense."),
        _("Nobody can open the records without the passphrase or the recovery sheet. We cannot either."),
        _("Old backups open with the passphrase of their day. Pages you print or save leave the protection."),
        _("The printer's own queue may keep a copy of a printed page."),
        _("What you delete stays in older backups, and may stay on the drive for a while."),
        _("Ransomware can destroy the records and every backup it can reach. Keep one backup unplugged."),
        _("On a new computer, VitalShift cannot see that the records are older than the last ones you wrote."),
        _("Whoever keeps your backups for you sees how large they are and when they change, not what is in them."),
    )


def notices() -> tuple[str, ...]:
    """License of the app and notices of its parts."""
    return (
        _("VitalShift Desktop is free software under the GNU General Public License, version 3 or later."),
        _("The records are encrypted with SQLCipher, copyright Zetetic LLC, under a BSD-style license."),
        _("Source Sans 3 and Source Serif 4, copyright Adobe, under the SIL Open Font License 1.1."),
        _("Icons: Phosphor, under the MIT license. Windows: Qt and PySide6, under the LGPL 3."),
    )
