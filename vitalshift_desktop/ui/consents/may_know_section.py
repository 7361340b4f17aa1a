"""Who may know what, as it holds now: for each person what they may know, what is asked first, and what not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.may_know import Knowledge, MayKnow
from vitalshift_desktop.domain.related_people import RelatedPerson
from vitalshift_desktop.services.may_know import MayKnowPage
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.may_know_words import answers_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.entry_list import FactRow
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import beside
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class MayKnowSection(QWidget):
    """A table where there is room for it, a list by person where text is large or there are many."""

    agree_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self.action = LinkButton("")
        self.action.setObjectName("consents.may_know.act")
        self.action.clicked.connect(self.agree_wanted)
        self.print = LinkButton(_("Print…"))
        self.print.setObjectName("consents.may_know.print")
        self.print.clicked.connect(self.print_wanted)
        self.sent = TextLabel(tone="2", size="m")
        self.sent.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("Who may know what"), action=beside(self.print, self.action)))
        column.addLayout(self._rows)
        column.addWidget(self.sent)

    def show_page(self, page: MayKnowPage) -> None:
        """Show what holds now, or that nothing was agreed; nothing at all where nobody else decides."""
        self.setVisible(page.is_wanted or page.now is not None)
        words = _("Agree…") if page.now is None else _("Agree anew…")
        self.action.setText(words)
        self.action.setAccessibleName(f"{words} {_('Who may know what')}")
        self.print.setVisible(page.now is not None)
        self.sent.hide()
        empty(self._rows)
        if page.now is None:
            sentence = _("Nothing is agreed yet about what those who decide for the client may know.")
            self._rows.addWidget(TextLabel(sentence, tone="2", size="m"))
            return
        people = [one for one in page.people if page.now.details.names(one.id)]
        self._rows.addWidget(self._table(people, page.now))
        self._add_agreed(page)

    def show_sent(self, serial: str) -> None:
        """Say that it went to the printer."""
        self.sent.setText(_("Sent to the printer, serial {serial}.").format(serial=serial))
        self.sent.show()

    def _table(self, people: list[RelatedPerson], now: MayKnow) -> QWidget:
        table = QWidget()
        if theme().wide_text or len(people) > _MOST_BESIDE:
            column = QVBoxLayout(table)
            column.setContentsMargins(0, 0, 0, 0)
            for person in people:
                column.addWidget(FactRow(label(person.details.role), _of_person(person, now), self._privacy))
            return table
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for place, person in enumerate(people, 1):
            grid.addWidget(self._head(person), 0, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        for row, what in enumerate(Knowledge):
            grid.addWidget(Hairline(), 2 * row + 1, 0, 1, len(people) + 1)
            grid.addWidget(TextLabel(label(what), tone="2", size="m", wrap=False), 2 * row + 2, 0)
            for place, person in enumerate(people, 1):
                answer = label(now.details.answer(person.id, what))
                cell = TextLabel(answer, size="m")
                cell.setAccessibleName(f"{self._read(person)}, {label(what)}: {answer}")
                grid.addWidget(cell, 2 * row + 2, place)
        return table

    def _head(self, person: RelatedPerson) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(RecordLabel(person.details.name, privacy=self._privacy, role="rail"))
        column.addWidget(TextLabel(label(person.details.role), tone="3", size="c"))
        return head

    def _read(self, person: RelatedPerson) -> str:
        return label(person.details.role) if self._privacy.initials_on else person.details.name

    def _add_agreed(self, page: MayKnowPage) -> None:
        if page.now is None:
            return
        details = page.now.details
        words = "\n".join(part for part in (details.agreed_by, details.words) if part)
        self._rows.addWidget(
            FactRow(_("Agreed on {day} by").format(day=full_day(details.agreed_on)), words, self._privacy)
        )
        if page.earlier:
            days = ", ".join(full_day(one.details.agreed_on) for one in page.earlier)
            kept = _("Agreed differently before, on {days}.")
            self._rows.addWidget(TextLabel(kept.format(days=days), tone="3", size="m"))


_MOST_BESIDE = 3


def _of_person(person: RelatedPerson, now: MayKnow) -> str:
    return f"{person.details.name}\n{answers_words(now.details, person.id)}"
