"""The three parts of a restore: which secret opens the backup, the work, and the comparison before the switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.restoring import PreparedRestore
from vitalshift_desktop.ui.backup_words import compared_name, moment_words
from vitalshift_desktop.ui.vault.restore_words import kept_words, left_behind_words, now_words
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

PASSPHRASE, CODE = "passphrase", "code"


class SecretPart(QWidget):
    """The passphrase of the day of the backup, or the code of the recovery sheet of that day."""

    def __init__(self, backup: ListedBackup, clock: Clock) -> None:
        super().__init__()
        self._code_only = backup.recovery_only
        day = moment_words(backup.made, clock)
        self.ways = Segments([(PASSPHRASE, _("Passphrase")), (CODE, _("Recovery sheet"))], name=_("Opened by"))
        self.ways.setObjectName("restore.ways")
        self.passphrase = PassphraseField(_("Passphrase"), hint=_("The one in use on {day}.").format(day=day))
        self.passphrase.setObjectName("restore.passphrase")
        self.code = Field(_("Recovery code"), hint=_("From the recovery sheet in use on {day}.").format(day=day))
        self.code.setObjectName("restore.code")
        self.error = ErrorSentence()
        self.error.setObjectName("restore.error")
        words = _("A new vault is made from it first, opened and compared. Nothing is replaced before you say so.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(TextLabel(words, tone="2"))
        column.addLayout(left(self.ways))
        for part in (self.passphrase, self.code, self.error):
            column.addWidget(part)
        self.ways.setVisible(not self._code_only)
        self.ways.chosen.connect(self.show_way)
        self.show_way(CODE if self._code_only else PASSPHRASE)

    @property
    def is_by_code(self) -> bool:
        """Whether the recovery code is asked for."""
        return not self.code.isHidden()

    def show_way(self, way: object) -> None:
        """Ask for the passphrase, or for the code."""
        self.ways.choose(way)
        self.code.setVisible(way == CODE)
        self.passphrase.setVisible(way == PASSPHRASE)
        self.error.show_sentence("")
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus into the field."""
        (self.code.edit if self.is_by_code else self.passphrase.edit).setFocus()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.passphrase.wipe()
        self.code.edit.clear()


class ComparedPart(FlowColumn):
    """Now and in the backup side by side; what is left behind and what stays; a tick before the switch."""

    ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__(padded=False)
        self.tick = CheckBox()
        self.tick.setObjectName("restore.tick")
        self.tick.toggled.connect(self.ticked)
        self.tick.hide()

    def show_prepared(self, prepared: PreparedRestore, clock: Clock) -> None:
        """Show what was prepared."""
        made = moment_words(prepared.made, clock)
        words = _("I know that nothing written after {made} is in it").format(made=made)
        self.tick.setText(words)
        self.tick.setAccessibleName(words)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(_told(_("Left behind"), left_behind_words(prepared, clock)), 1)
        both.addLayout(_told(_("Kept"), kept_words(prepared)), 1)
        self.add(TextLabel(_("The new vault is ready. It was opened and compared."), tone="2"))
        self.add_layout(_grid(prepared), gap=12)
        self.add(Hairline(), gap=12)
        self.add_layout(both, gap=12)
        self.add(Hairline(), gap=12)
        self.add_layout(left(self.tick), gap=8)
        self.tick.show()

    def whole_height(self, width: int) -> int:
        """How high it would be without scrolling, in pixels."""
        layout = self._content.layout()
        return layout.totalHeightForWidth(width) if layout else 0


def _grid(prepared: PreparedRestore) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(0, 1)
    for column, head in ((1, _("Now")), (2, _("In this backup"))):
        grid.addWidget(TextLabel(head, tone="3", size="c", wrap=False), 0, column, Qt.AlignmentFlag.AlignRight)
    told = [count for count in prepared.compared if count.now or count.in_backup]
    for number, count in enumerate(told, start=1):
        name = compared_name(count.what)
        fewer = count.now is not None and count.in_backup < count.now
        cells = (name, now_words(count), str(count.in_backup))
        for column, words in enumerate(cells):
            label = TextLabel(words, tone="attn" if fewer and column == 2 else "", size="m", wrap=False)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(label, number, column, side)
    return grid


def _told(title: str, words: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(TextLabel(title, role="name", size="m"))
    column.addWidget(TextLabel(words, tone="2", size="m"))
    column.addStretch(1)
    return column
