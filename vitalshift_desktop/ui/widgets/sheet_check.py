"""Three groups of the recovery sheet, typed back from paper."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

GROUPS = 8
_GROUP_LENGTH = 4


class SheetCheck(QWidget):
    """Tells with each letter which groups do not match."""

    changed = Signal()
    submitted = Signal()
    sheet_wanted = Signal()
    """The paper cannot be read or was copied wrongly: show the sheet once more."""

    def __init__(self) -> None:
        super().__init__()
        self._matches: Callable[[int, str], bool] | None = None
        self._asked: tuple[int, ...] = ()
        self.fields: list[Field] = []
        self._groups = [Field(_("Group {n}").format(n=group + 1)) for group in range(GROUPS)]
        self.again = LinkButton(_("Show the sheet again"), icon="eye")
        self.again.setObjectName("setup.sheet_again")
        self.again.clicked.connect(self.sheet_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(TextLabel(_("Check your copy"), role="h3"))
        words = _("Type three groups from the paper, so you know it reads well.")
        column.addWidget(TextLabel(words, tone="2", size="m"))
        column.addLayout(self._row())
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def ask(self, groups: Sequence[int], matches: Callable[[int, str], bool]) -> None:
        """Ask for these groups (0 to 7) with empty fields."""
        self._asked = tuple(groups)
        self._matches = matches
        for field in self._groups:
            field.hide()
            field.setObjectName("")
            field.show_text("")
            field.clear_error()
        self.fields = [self._groups[group] for group in groups]
        for place, field in enumerate(self.fields):
            field.setObjectName(f"setup.group.{place}")
            field.show()

    def forget(self) -> None:
        """Nothing matches any more."""
        self._matches = None

    def is_complete(self) -> bool:
        """All groups were typed right."""
        return bool(self.fields) and all(self._is_right(place) for place in range(len(self.fields)))

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in self._groups:
            field.edited.connect(self._on_typed)
            field.submitted.connect(self._on_enter)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _is_right(self, place: int) -> bool:
        return self._matches is not None and self._matches(self._asked[place], self.fields[place].text())

    def _on_typed(self, _text: str) -> None:
        for place, field in enumerate(self.fields):
            if len(field.text()) >= _GROUP_LENGTH and not self._is_right(place):
                field.show_error(_("Not what the sheet says."))
            else:
                field.clear_error()
        self.changed.emit()

    def _on_enter(self) -> None:
        """Enter goes to the next group that is not right yet, and on when all are."""
        wrong = [field for place, field in enumerate(self.fields) if not self._is_right(place)]
        if wrong:
            wrong[0].edit.setFocus()
        else:
            self.submitted.emit()
