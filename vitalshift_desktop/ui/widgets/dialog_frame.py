"""The frame of our own dialogs: content above, buttons in a footer."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.kept_fields import fill, filled
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.painted_button import PaintedButton

_AROUND = 40  # of the screen stays visible above and below
_WIDEST = 900  # larger text makes it wider, as far as the smallest window has room


class DialogFrame(QDialog):
    """A dialog whose window has no telling title.

    Esc cancels; in a field the safe button answers to Enter and the primary one to Ctrl+Enter.
    """

    def __init__(self, title: str, *, width: int = 520, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opener: QWidget | None = None
        self._primary: PaintedButton | None = None
        self.is_over = False
        self._place = ""
        self._kept: tuple[str, ...] = ()
        self._base: dict[str, str] = {}
        self.setWindowTitle("VitalShift")
        self.setAccessibleName(title)
        self.setMinimumWidth(max(width, min(theme().scale(width), _WIDEST)))
        self.setModal(True)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(28, 24, 28, 22)
        self.column.setSpacing(12)
        self.column.addWidget(TextLabel(title, role="h2"))
        foot = QFrame()
        foot.setProperty("surface", "foot")
        self.footer = QHBoxLayout(foot)
        self.footer.setContentsMargins(28, 12, 28, 12)
        self.footer.setSpacing(8)
        self.footer.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.column, 1)
        whole.addWidget(foot)

    def add_button(self, button: PaintedButton, *, safe: bool = False) -> None:
        """Put a button at the end of the footer; Enter presses the one with the focus, in a field the safe one."""
        button.setAutoDefault(safe)
        button.setDefault(safe)
        if button.variant == "primary":
            self._primary = button
        self.footer.addWidget(button)

    def keep(self, place: str, *names: str) -> None:
        """Let what is half filled here be kept when the vault is locked: the fields of these object names.

        `place` names this form among all forms. Called when the form is built; what stands in it now is its base.
        """
        self._place = place
        self._kept = names
        self._base = filled(self, names)

    def keep_also(self, *names: str) -> None:
        """Keep these fields too, which were added to the form later."""
        self._kept += names
        self._base |= filled(self, names)

    def half_filled(self) -> HalfFilled | None:
        """What was filled in since the form was built; None when nothing was, or nothing is to be kept."""
        if self.is_over or not self._place:
            return None
        form = HalfFilled(self._place, filled(self, self._kept), self._base)
        return form if form.is_changed else None

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept; where the record was changed since, its words stay in sight below."""
        self._base = dict(form.base)
        fill(self, form)

    def point_at(self, field: QWidget) -> None:
        """Put the focus where something is to be put right."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Accepted or given up: nothing of it is half filled any more."""
        self.is_over = True
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # In a text of several lines Enter begins a line; with Ctrl it does what the form is for.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self._primary is not None and self._primary.isVisible():
                self._primary.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        # Wrapped words are reckoned at the width the dialog will have: at a smaller one they would ask for more height.
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    def adjustSize(self) -> None:
        """As high as its words need: Qt stops at two thirds of the screen, and cuts them where text is large."""
        super().adjustSize()
        layout, room = self.layout(), self.screen().availableGeometry().height() - _AROUND
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(self.height(), min(layout.totalHeightForWidth(self.width()), room)))

    def open_from(self, opener: QWidget) -> None:
        """Open without blocking; afterwards the focus goes back to the opener."""
        self._opener = opener
        self.finished.connect(self._on_finished)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):  # such as one that scrolls
            self.adjustSize()
        self.open()

    def _on_finished(self) -> None:
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
