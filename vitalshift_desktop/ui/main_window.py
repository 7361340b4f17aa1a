"""The main window: navigation, pages, menus, and what holds them together."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.practice import ShownAs
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.vault_check import VaultCheck
from vitalshift_desktop.ui.actions import Where
from vitalshift_desktop.ui.answers.reviewing import Reviewing
from vitalshift_desktop.ui.auto_lock import LockTimes
from vitalshift_desktop.ui.backup_keeping import BackupKeeping
from vitalshift_desktop.ui.client_pages import PLACES, ClientPages
from vitalshift_desktop.ui.corner import PrivacyCorner
from vitalshift_desktop.ui.cover import Cover
from vitalshift_desktop.ui.covering import Covering
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.due_count import DueCount
from vitalshift_desktop.ui.edit_actions import EditActions
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.forms import Forms
from vitalshift_desktop.ui.handing_over import HandingOver
from vitalshift_desktop.ui.help_pages import HelpPages
from vitalshift_desktop.ui.inbox_count import InboxCount
from vitalshift_desktop.ui.lock_warning import LockWarning
from vitalshift_desktop.ui.menus import Menus
from vitalshift_desktop.ui.navigation import Navigation
from vitalshift_desktop.ui.notices import Notices
from vitalshift_desktop.ui.opening_words import opening_words
from vitalshift_desktop.ui.own_names import OwnNames
from vitalshift_desktop.ui.page_stack import PageStack
from vitalshift_desktop.ui.panes import Panes
from vitalshift_desktop.ui.quick_switch import QuickSwitch
from vitalshift_desktop.ui.read_only_bar import ReadOnlyBar
from vitalshift_desktop.ui.reminder_bell import ReminderBell
from vitalshift_desktop.ui.searching import Searching
from vitalshift_desktop.ui.steering import Steering
from vitalshift_desktop.ui.text_size import TextSize
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.unfinished import Unfinished
from vitalshift_desktop.ui.weekly_check import WeeklyCheck
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.undo_bar import UndoBar
from vitalshift_desktop.ui.window_body import window_body
from vitalshift_desktop.ui.writing_help import WritingHelp
from vitalshift_desktop.vocabulary.check_words import summary_words
from vitalshift_desktop.words import _

NARROW_UNDER = 1100


class MainWindow(QMainWindow):
    """Everything the counselor sees while the vault is open."""

    lock_wanted = Signal()
    quit_wanted = Signal()
    stay_wanted = Signal()
    """Somebody answered the warning before a lock."""
    lock_times_changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("main")
        self.setWindowTitle("VitalShift")
        self._build()
        self._connect()
        self._restore_place()
        self.go("home")
        self._look_at_frame()
        self._say_what_was_noticed()

    def _build(self) -> None:
        self.navigation = Navigation()
        self.pages = PageStack(self._desk)
        self.banner = Banner("warning-circle", "", _("Close"), tone="attn")
        self.banner.hide()
        self.undo_bar = UndoBar()
        self.undo_bar.hide()
        self.read_only_bar = ReadOnlyBar(self._desk.workspace)
        self.unfinished = Unfinished(self._desk, self)
        bars = (self.read_only_bar, self.banner, self.unfinished.bar)
        self._body = window_body(self.navigation, bars, self.pages, self.undo_bar)
        self.cover = Cover(self._desk.workspace.clock)
        self._layers = QStackedWidget()
        self._layers.addWidget(self._body)
        self.setCentralWidget(self._layers)
        self.menus = Menus(self)
        self.privacy_corner = PrivacyCorner(self._desk.privacy)
        self.menuBar().setCornerWidget(self.privacy_corner, Qt.Corner.TopRightCorner)
        self.setMinimumSize(1024, 680)

    def _connect(self) -> None:
        self.notices = Notices(self.banner, self.undo_bar, self)
        self.lock_warning = LockWarning(self, self.stay_wanted)
        self._bridge = EventBridge(self._desk.workspace.events, self)
        self._bridge.changed.connect(self._on_changed)
        self._writing = WritingHelp(self._desk, self)
        self._bridge.changed.connect(self._writing.hear)
        self._own_names = OwnNames(self._desk, self)
        self._bridge.changed.connect(self._own_names.hear)
        self._forms = Forms(self._desk, self)
        self._reviewing = Reviewing(self._desk, self.pages.save_now, self)
        self.handing_over = HandingOver(self._desk, self)
        self.switch = QuickSwitch(self._desk, self)
        self.backup = BackupKeeping(self._desk, self._layers, self)
        self._bell = ReminderBell(self._desk, self)
        self._bell.rang.connect(self._on_bell)
        self._bell.day_changed.connect(self.pages.look_again)
        self._bridge.changed.connect(self._bell.hear)
        self._inbox_count = InboxCount(self._desk, self.navigation, self)
        self._bridge.changed.connect(self._inbox_count.hear)
        self._due_count = DueCount(self._desk, self.navigation, self)
        self._bridge.changed.connect(self._due_count.hear)
        self._bell.day_changed.connect(self._due_count.count_again)
        self._weekly_check = WeeklyCheck(self._desk, self)
        self._weekly_check.found_faults.connect(self._on_faults)
        self.help = HelpPages(self)
        self._edit = EditActions(self.menus.actions, self)
        self._edit.undo_wanted.connect(self.undo_bar.take)
        self._text_size = TextSize(self._desk.settings, self.menus.actions, self)
        self._panes = Panes(self.menus.actions, self)
        self.covering = Covering(self.cover, self._layers, self._body, self._desk.privacy, self)
        self._connect_wishes()
        self.searching = Searching(self._desk, self, self._bridge)
        self._steering = Steering(self, self._desk)
        self._connect_frame()

    def _connect_wishes(self) -> None:
        wishes = self._desk.wishes
        wishes.page.connect(self.go)
        wishes.client.connect(self.open_client)
        self.client_pages = ClientPages(self, wishes)
        wishes.vault.connect(self.open_vault)
        wishes.back.connect(self.go_back)
        wishes.undo_offered.connect(self.notices.offer_undo)
        wishes.trouble.connect(self.show_problem)

    def _connect_frame(self) -> None:
        self.navigation.page_wanted.connect(self.go)
        self.navigation.switcher_wanted.connect(self.switch.open)
        self.navigation.lock_wanted.connect(self.lock_wanted)
        self.backup.left.connect(self.quit_wanted)
        self.read_only_bar.accepted.connect(self._on_older_accepted)
        self.read_only_bar.closing_wanted.connect(self.lock_wanted)
        self.privacy_corner.cover_wanted.connect(self.covering.begin)
        self.covering.ended.connect(self._show_place)
        self.cover.expired.connect(self.lock_wanted)
        self._desk.privacy.changed.connect(self._on_privacy)
        theme().changed.connect(self._fit)

    def go(self, key: str) -> None:
        """Show a page of the navigation."""
        self.pages.show_page(key)
        self._show_place()

    def go_back(self) -> None:
        """Show the page from which this one was opened."""
        self.pages.back()
        self._show_place()

    @property
    def place(self) -> Where:
        """Where the counselor is, as commands see it."""
        return PLACES.get(self.pages.key, Where.EVERYWHERE)

    @property
    def client_at_hand(self) -> ClientId | None:
        """The client whose page, note, summary or document is shown."""
        shown: ClientId | None = getattr(self.pages.currentWidget(), "client_id", None)
        return shown if self.pages.key in PLACES else None

    def open_client(self, client_id: ClientId, tab: str) -> None:
        """Open a client at a tab."""
        self.pages.clients.open_client(client_id, tab)
        self.go("clients")

    def open_vault(self, tab: str) -> None:
        """Open the vault page at a tab."""
        self.go("vault")
        self.pages.vault.show_tab(tab)

    def show_problem(self, problem: Problem) -> None:
        """Say what happened and what to do, in a banner above the page."""
        self.notices.show_problem(problem)

    def show_sentence(self, words: str) -> None:
        """Show a sentence in the banner above the page until it is waved away."""
        self.notices.show_sentence(words)

    def leave(self) -> None:
        """Close the app, after a last backup where one is due."""
        self.backup.leaving.begin()

    def warn_of_lock(self, seconds: int) -> None:
        """Say that the app locks in so many seconds unless somebody is there; the cover says nothing."""
        if self.covering.shows_records:
            self.lock_warning.show_seconds(seconds)

    def save_now(self) -> None:
        """Save what is being typed and where the window stands."""
        self.pages.save_now()
        self._desk.settings.set_geometry(self.saveGeometry())

    def empty(self) -> None:
        """Stop hearing, ringing and showing; nothing of the record stays in the window."""
        self._bell.stop()
        self._weekly_check.stop()
        self.searching.stop()
        self.backup.stop()
        self._bridge.close()
        self._writing.stop()
        self._own_names.stop()
        self.setCentralWidget(QWidget())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_minimized = event.type() == QEvent.Type.WindowStateChange and self.isMinimized()
        if is_minimized and self.isEnabled() and self._desk.workspace.practice.get().lock_when_minimized:
            QTimer.singleShot(0, self, self.lock_wanted.emit)  # Qt is in the middle of it, and would show it again

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say_what_was_noticed(self) -> None:
        self.unfinished.offer()
        self.handing_over.tell(opening_words(self._desk.workspace.warnings))

    def _fit(self) -> None:
        self.navigation.set_narrow(self.width() < theme().scale(NARROW_UNDER))

    def _restore_place(self) -> None:
        geometry = self._desk.settings.geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)

    def _show_place(self) -> None:
        self.navigation.show_page("clients" if self.pages.key in PLACES else self.pages.key)
        self.menus.show_place(self.place)

    def _look_at_frame(self) -> None:
        self.backup.run.show_state()
        practice = self._desk.workspace.practice.get()
        self.privacy_corner.show_sample(is_sample=practice.is_sample)
        self.privacy_corner.show_read_only(read_only=self._desk.workspace.read_only is not None)
        self._desk.privacy.set_use_codes(practice.shown_as is ShownAs.CODE)
        self.lock_times_changed.emit(LockTimes(practice.idle_lock_minutes, practice.lock_after_minutes))

    def _on_changed(self, change: Changed) -> None:
        self.pages.hear(change)
        if change.subject in (Subject.BACKUPS, Subject.PRACTICE):
            self._look_at_frame()

    def _on_older_accepted(self) -> None:
        self._look_at_frame()
        self.pages.look_again()

    def _on_faults(self, check: VaultCheck) -> None:
        words = _("The weekly check of the vault found something. {summary}").format(summary=summary_words(check))
        self.notices.ask(words, _("See what was found"), partial(self.open_vault, "check"))

    def _on_bell(self, words: str) -> None:
        self.show_sentence(words)
        self._due_count.count_again()

    def _on_privacy(self) -> None:
        self.menus.actions["initials"].setChecked(self._desk.privacy.initials_on)
