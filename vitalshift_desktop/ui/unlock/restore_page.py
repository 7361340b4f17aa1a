"""Restoring from a backup: choose it, open it, compare, and use it. Also the way onto another computer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from vitalshift_desktop.ui.unlock.faces import stacked
from vitalshift_desktop.ui.unlock.way_back_page import WayBackPage
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _


class RestorePage(WayBackPage):
    """Three faces: choosing; at work; what the backup holds, to be used or left."""

    folder_wanted = Signal()
    file_wanted = Signal()
    place_wanted = Signal()
    restore_wanted = Signal(object, str, object)

    def __init__(self) -> None:
        kept = _("A vault that lies at this place is not removed. It gets a name that says when it stepped aside.")
        super().__init__("restore", kept)
        self._build()
        self._connect()
        self._show_face(self._first)

    def _build(self) -> None:
        words = _(
            "A backup opens with the passphrase or the recovery sheet of its day. It becomes a whole vault first, is "
            "compared, and only then used. This is also the way onto a second computer, or a new one after a loss."
        )
        self.column.addWidget(TextLabel(_("Restore from a backup"), role="h1"))
        self.column.addWidget(TextLabel(words, tone="2"))
        for part in (self.state, self._first, self._work, self._result):
            self.column.addWidget(part)
        self._build_choosing()

    def _build_choosing(self) -> None:
        self.folder = Button(_("Choose a folder or drive…"), icon="folder-open")
        self.folder.setObjectName("restore.folder")
        self.file = Button(_("Choose one file…"))
        self.file.setObjectName("restore.file")
        self.backups = ChoiceField(_("Backup"), ())
        self.backups.setObjectName("restore.backups")
        self.place = Field(_("Where your records will lie"))
        self.place.setObjectName("restore.place")
        self.choose_place = Button(_("Choose another place…"))
        self.choose_place.setObjectName("restore.choose_place")
        self.start = Button(_("Restore"), variant="primary")
        self.start.setObjectName("restore.start")
        self.back = LinkButton(_("Back"), icon="arrow-left")
        self.back.setObjectName("restore.back")
        column = stacked(self._first)
        column.addLayout(left(self.folder, self.file))
        for part in (self.backups, self.secret, self.place):
            column.addWidget(part)
        column.addLayout(left(self.choose_place))
        column.addSpacing(8)
        column.addLayout(left(self.start))
        column.addWidget(self.back)

    def _connect(self) -> None:
        self.folder.clicked.connect(self.folder_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.choose_place.clicked.connect(self.place_wanted)
        self.start.clicked.connect(self._on_start)
        self.secret.submitted.connect(self._on_start)
        self.back.clicked.connect(self.left_page)

    def show_choosing(self, target: Path) -> None:
        """Begin: nothing is chosen yet; the records would go to `target`."""
        self.place.show_text(str(target))
        self.secret.wipe()
        self.secret.clear_error()
        self.show_backups(())
        self.say("")
        self.folder.setFocus()

    def show_backups(self, backups: Sequence[tuple[Path, str]]) -> None:
        """Offer these backups, each with its words."""
        self.backups.show_choices(list(backups))
        self._show_face(self._first)
        for part in (self.backups, self.secret, self.place, self.choose_place, self.start):
            part.setVisible(bool(backups))
        if backups:
            self.backups.choose(backups[0][0])
            self.secret.edit.setFocus()

    def show_place(self, target: Path) -> None:
        """The records would go there."""
        self.place.show_text(str(target))

    def show_result(self, words: str, rows: Sequence[Sequence[str]]) -> None:
        """Show what the backup holds beside what lies there now."""
        self.say(words)
        self._show_face(self._result)
        self._result.show_rows((_("What"), _("There now"), _("In the backup")), rows)
        self.show_top()

    def _on_start(self) -> None:
        backup = self.backups.value
        if isinstance(backup, Path) and self._is_typed():
            self.restore_wanted.emit(backup, self.secret.text(), Path(self.place.text().strip()).expanduser())
