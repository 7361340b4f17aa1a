"""Back up now, with its progress in place; and what waits for a yes because a backup holds much less."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.ui.widgets.work_bar import WorkBar
from vitalshift_desktop.words import _


class BackupNow(QWidget):
    """The one primary button of the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._news = desk.backup_news
        self._has_places = False
        self.shrunk = Banner("warning-circle", "", _("This is right"))
        self.shrunk.setObjectName("vault.shrunk")
        self.shrunk.pressed.connect(self._on_right)
        self.now = Button(_("Back up now"), variant="primary")
        self.now.setObjectName("vault.backup_now")
        self.now.clicked.connect(desk.wishes.back_up)
        self.work = WorkBar()
        self.work.stop.setObjectName("vault.backup_cancel")
        self.work.stopped.connect(self._news.stop_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.shrunk)
        column.addWidget(self.work)
        column.addLayout(left(self.now))
        self._news.began.connect(self._on_began)
        self._news.moved.connect(self.work.show_part)
        self._news.ended.connect(self._on_ended)
        self.shrunk.hide()
        self._show_running()

    def look_again(self, *, has_places: bool) -> None:
        """Show whether one runs, and what waits for a yes."""
        self._has_places = has_places
        shrunk = self._desk.workspace.backups.state().shrunk
        words = _(
            "The newest backup holds much less than the one before. "
            "Every older one is kept until you say that this is right."
        )
        self.shrunk.show_sentence(words)
        self.shrunk.setVisible(bool(shrunk))
        self._show_running()

    def _on_began(self) -> None:
        had_focus = self.now.hasFocus()
        self._show_running()
        if had_focus:
            self.work.stop.setFocus()

    def _on_ended(self) -> None:
        had_focus = self.work.stop.hasFocus()
        self._show_running()
        if had_focus:
            self.now.setFocus()

    def _show_running(self) -> None:
        if self._news.is_running:
            self.work.begin(_("Backing up. Each copy is opened and compared…"))
            self.work.show_part(self._news.part)
        self.work.setVisible(self._news.is_running)
        self.now.setVisible(self._has_places and not self._news.is_running)

    def _on_right(self) -> None:
        try:
            self._desk.workspace.backups.accept_shrink()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
