"""The marks that were put aside, with the reason and the day of each; each can be put back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.services.clock import local
from vitalshift_desktop.services.put_aside import PutAside
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.flag_words import flag_sentence
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

MOST_SHOWN = 100


class PutAsideForm(RoomyDialog):
    """The latest first. One whose mark has ended says so: there is nothing to put back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Put aside"), width=600, height=520, parent=parent)
        self.setObjectName("put_aside")
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        words = _("Marks that you dismissed, with your reason. Answers to review are never among them.")
        self.content.addWidget(TextLabel(words, tone="2", size="m"))
        self.content.addLayout(self._rows)
        self.close_button = Button(_("Close"))
        self.close_button.setObjectName("put_aside.close")
        self.close_button.clicked.connect(self.reject)
        self.add_button(self.close_button, safe=True)
        desk.privacy.changed.connect(self.show_rows)
        self.show_rows()
        self.fit_content()

    def show_rows(self) -> None:
        """Show what is put aside now."""
        empty(self._rows)
        found = self._desk.workspace.home.put_aside()
        for one in found[:MOST_SHOWN]:
            self._rows.addWidget(self._row(one))
            self._rows.addWidget(Hairline())
        more = len(found) - MOST_SHOWN
        if more > 0:
            words = ngettext("and {n} older one", "and {n} older ones", more).format(n=more)
            self._rows.addWidget(TextLabel(words, tone="2", size="m"))
        if not found:
            self._rows.addWidget(TextLabel(_("Nothing is put aside."), tone="2", size="m"))

    def _row(self, one: PutAside) -> QWidget:
        row = QWidget()
        name, title = self._desk.privacy.name(one.client), label(one.dismissal.kind)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel(title, role="name", size="m", wrap=False))
        head.addStretch(1)
        head.addWidget(TextLabel(name, tone="2", size="m", wrap=False))
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        told = TextLabel(self._told(one), tone="2", size="m")
        column.addWidget(told)
        column.addWidget(RecordLabel(one.dismissal.reason, privacy=self._desk.privacy, role="rail"))
        row.setAccessibleName(f"{title}, {name}. {told.text()}")
        if one.flag is not None:
            column.addWidget(self._put_back(one, f"{title}, {name}"), 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _told(self, one: PutAside) -> str:
        day = full_day(local(self._desk.workspace.clock, one.dismissal.at).date())
        if one.flag is None:
            return _("Dismissed on {day}. The mark has ended since.").format(day=day)
        told = flag_sentence(one.flag, hidden=self._desk.privacy.initials_on)
        return _("{sentence} Dismissed on {day}:").format(sentence=told, day=day)

    def _put_back(self, one: PutAside, what: str) -> LinkButton:
        link = LinkButton(_("Put back"))
        link.setObjectName("put_aside.put_back")
        link.setAccessibleName(f"{link.text()}, {what}")
        link.clicked.connect(partial(self._on_put_back, one))
        return link

    def _on_put_back(self, one: PutAside) -> None:
        if self._desk.did(partial(self._desk.workspace.home.bring_back_flag, one.dismissal)):
            self.show_rows()
            self.close_button.setFocus()
