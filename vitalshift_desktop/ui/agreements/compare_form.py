"""Two versions of a clause side by side, with what changed marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.text_difference import side_by_side
from vitalshift_desktop.ui.agreements.clause_words import state_words
from vitalshift_desktop.ui.dates_in_words import with_year
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.difference_view import DifferenceLabel
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT = 860, 420
_TOP = Qt.AlignmentFlag.AlignTop


class CompareForm(DialogFrame):
    """The older wording with what went beside the newer one with what came, and why; below each other in large text."""

    def __init__(
        self, versions: Sequence[ClauseVersion], shown: ClauseVersion, privacy: Privacy, parent: QWidget
    ) -> None:
        title = _("{topic}: what changed").format(topic=label(shown.topic))
        super().__init__(title, width=_WIDTH, parent=parent)
        self.setObjectName("compare_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._versions = {version.number: version for version in versions}
        choices = [(number, _heading(version)) for number, version in sorted(self._versions.items())]
        older, newer = _first_two([number for number, _words in choices], shown.number)
        self.older = ChoiceField(_("Older version"), choices, chosen=older)
        self.older.setObjectName("compare.older")
        self.newer = ChoiceField(_("Newer version"), choices, chosen=newer)
        self.newer.setObjectName("compare.newer")
        self.before = DifferenceLabel(privacy=privacy, removed=True)
        self.after = DifferenceLabel(privacy=privacy, removed=False)
        self.same = TextLabel(_("Both say the same."), tone="2", size="m")
        self.reason = RecordLabel(privacy=privacy, role="rail")
        self._why = TextLabel(_("Why it changed"), role="h3", wrap=False)
        self._build(parent)
        self.older.picked.connect(self._show)
        self.newer.picked.connect(self._show)
        self._show()
        self.older.setFocus()

    def _build(self, parent: QWidget) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(12)
        is_stacked = theme().wide_text
        for place, (field, words) in enumerate(((self.older, self.before), (self.newer, self.after))):
            row, column = (2 * place, 0) if is_stacked else (0, place)
            grid.addWidget(field, row, column, _TOP)
            grid.addWidget(words, row + 1, column)
            grid.setColumnStretch(column, 1)
        flow = FlowColumn(padded=False)
        flow.add_layout(grid)
        flow.add(self.same, gap=12)
        flow.add(self._why, gap=16)
        flow.add(self.reason, gap=6)
        legend = _("Struck through: taken out. Bold and underlined: new.")
        self.column.addWidget(flow, 1)
        self.column.addWidget(TextLabel(legend, tone="2", size="m"))
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, safe=True)
        room = parent.window().size()
        self.resize(self.minimumWidth(), min(max(_HEIGHT, room.height() - 200), room.height() - 40))

    def _show(self, _value: object = None) -> None:
        older, newer = self._chosen(self.older), self._chosen(self.newer)
        before, after = side_by_side(older.wording, newer.wording)
        self.before.show_pieces(before)
        self.after.show_pieces(after)
        self.same.setVisible(older.wording == newer.wording)
        self.reason.show_text(newer.reason)
        for part in (self._why, self.reason):
            part.setVisible(bool(newer.reason))

    def _chosen(self, field: ChoiceField) -> ClauseVersion:
        number = field.value
        return self._versions[number if isinstance(number, int) else min(self._versions)]


def _heading(version: ClauseVersion) -> str:
    return _("{version}, {day}").format(version=state_words(version), day=with_year(version.effective_on))


def _first_two(numbers: Sequence[int], shown: int) -> tuple[int, int]:
    """The version shown with the one before it; the first with the one after it."""
    place = max(1, numbers.index(shown))
    return numbers[place - 1], numbers[place]
