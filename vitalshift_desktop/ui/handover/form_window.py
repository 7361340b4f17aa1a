"""The window that a client answers in: it covers every screen and knows nothing of the records."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.handovers import FormAnswers, HandedForm
from vitalshift_desktop.ui.handover.form_page import FormPage
from vitalshift_desktop.ui.handover.plain_pages import BeginPage, ThanksPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.words import _

LARGER = 170
"""Percent of the usual size that the client's larger text has."""
Seal = Callable[[Sequence[FormAnswers]], None]


class FormWindow(QWidget):
    """The forms one after the other; each page that is finished is sealed with those before it.

    `seal` keeps the answers and raises OSError where it cannot. `left` asks for the page that asks for the
    passphrase: after the thanks, when the window is closed, or by Ctrl+L.
    """

    left = Signal()

    def __init__(self, forms: Sequence[HandedForm], seal: Seal, *, begins: bool, larger_text: bool) -> None:
        super().__init__()
        self.setObjectName("handover")
        self.setWindowTitle("VitalShift")
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._seal = seal
        self._usual_size = theme().text_size
        self._is_larger = False
        self._kept: dict[str, FormAnswers] = {}
        self._covers: list[tuple[QScreen, QWidget]] = []
        self._is_over = False
        if larger_text:
            self._on_size()
        self._build(forms, begins=begins)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.currentWidget()

    def cover_screens(self) -> None:
        """Fill the first screen with the form and every other one with an empty page."""
        first = QGuiApplication.primaryScreen()
        for screen in QGuiApplication.screens():
            if screen is not first:
                self._cover(screen)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._cover)
            application.screenRemoved.connect(self._uncover)
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.focus_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # Esc does nothing

    # ------------------------------------------------------------ building

    def _build(self, forms: Sequence[HandedForm], *, begins: bool) -> None:
        self.stack = QStackedWidget()
        self.begin = BeginPage()
        self.begin.begun.connect(self._on_begun)
        self.pages = tuple(self._page(forms, place) for place in range(len(forms)))
        self.thanks = ThanksPage()
        self.thanks.left.connect(self._leave)
        for page in (self.begin, *self.pages, self.thanks):
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self.pages[0] if begins else self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self._leave)

    def _page(self, forms: Sequence[HandedForm], place: int) -> FormPage:
        page = FormPage(forms[place], is_first=place == 0, is_last=place == len(forms) - 1)
        page.setObjectName(f"handover.page.{place + 1}")
        page.given.connect(self._on_given)
        page.declined.connect(self._on_declined)
        page.back_wanted.connect(self._on_back)
        page.size_wanted.connect(self._on_size)
        page.show_larger(larger=self._is_larger)
        return page

    def _cover(self, screen: QScreen) -> None:
        cover = _Cover()
        cover.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        cover.setWindowTitle("VitalShift")
        cover.setProperty("surface", "window")
        cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        cover.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        cover.setGeometry(screen.geometry())
        cover.setWindowState(Qt.WindowState.WindowFullScreen)
        cover.show()  # `showFullScreen` would take the keys away from the form
        self._covers.append((screen, cover))

    def _uncover(self, screen: QScreen) -> None:
        """A screen was unplugged: the system moves its empty page to another one, where the form may be."""
        gone = [cover for covered, cover in self._covers if covered == screen]
        self._covers = [(covered, cover) for covered, cover in self._covers if covered != screen]
        for cover in gone:
            cover.hide()
            cover.deleteLater()
        self.raise_()
        self.activateWindow()

    # ------------------------------------------------------------ from page to page

    def _on_begun(self) -> None:
        self._show(self.pages[0])

    def _on_given(self, answers: FormAnswers) -> None:
        self._keep(answers)

    def _on_declined(self) -> None:
        page = self.page
        if isinstance(page, FormPage):
            self._keep(FormAnswers(page.form.id, None))

    def _on_back(self) -> None:
        place = self.stack.currentIndex() - 1
        if place >= self.stack.indexOf(self.pages[0]):
            self._show(self.stack.widget(place))

    def _keep(self, answers: FormAnswers) -> None:
        """Seal this page with those before it, and go on; where that fails everything stays as it is."""
        page = self.page
        if not isinstance(page, FormPage):
            return
        kept = {**self._kept, answers.instrument_id: answers}
        try:
            self._seal(tuple(kept.values()))
        except OSError:
            words = _("Your answers could not be kept yet, and are still here. Please tell your counselor.")
            page.say(words)
            return
        self._kept = kept
        self._show(self.stack.widget(self.stack.currentIndex() + 1))

    def _show(self, page: QWidget | None) -> None:
        if page is None:
            return
        self.stack.setCurrentWidget(page)
        self.focus_page()

    def focus_page(self) -> None:
        """Put the focus where the page that is shown begins."""
        page = self.page
        if isinstance(page, BeginPage | FormPage | ThanksPage):
            page.focus_first()

    def _on_size(self) -> None:
        self._is_larger = not self._is_larger
        size = max(LARGER, self._usual_size) if self._is_larger else self._usual_size
        theme().apply(theme().mode, size)
        for page in getattr(self, "pages", ()):
            page.show_larger(larger=self._is_larger)

    def _leave(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.left.emit()


class _Cover(QWidget):
    """An empty page on another screen; it stays as long as the form does."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
