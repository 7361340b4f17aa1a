"""The rail beside a note: last session, then what belongs to this one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.services.note_views import LastTime
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class Rail(FlowColumn):
    """Last session, check-in, goals, agreements, in the order they are used."""

    def __init__(self, panels: Sequence[SessionPanel], privacy: Privacy) -> None:
        super().__init__(padded=False, surface="window")
        self.setProperty("pane", True)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(18)
        self._last = _LastSession(privacy)
        for panel in panels:
            if panel.leads:
                self.add(panel)
        self.add(self._last)
        for panel in panels:
            if panel.leads:
                continue
            self.add(Hairline())
            self.add(panel)

    def bring(self, panel: QWidget) -> None:
        """Scroll to one of the panels; a rail that was folded away is laid out first, so it scrolls once more then."""
        self.ensureWidgetVisible(panel)
        QTimer.singleShot(0, panel, partial(self.ensureWidgetVisible, panel))

    def show_last(self, last: LastTime | None) -> None:
        """Show what was written the time before."""
        self._last.show_last(last)


class _LastSession(QWidget):
    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._heading = SectionHeading(_("Last session"), line=False)
        self._words = RecordLabel(privacy=privacy, role="rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._words)

    def show_last(self, last: LastTime | None) -> None:
        if last is None:
            self._heading.show_count(None)
            self._words.show_text(_("This is the first one with a note."))
            return
        self._heading.show_count(day_words(last.day))
        plan = _("Plan: {plan}").format(plan=last.plan) if last.plan else ""
        self._words.show_text("\n".join(part for part in (last.summary, plan) if part))
