"""Pages that were printed and wait to be signed, above the clauses; nothing is seen where none waits."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreement_copies import SigningPage
from vitalshift_desktop.domain.agreements import Agreement
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.made_form import MadeForm
from vitalshift_desktop.ui.agreements.signed_form import SignedForm
from vitalshift_desktop.ui.dates_in_words import near
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import MarkLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext


class SigningPages(ClientPage):
    """One line for each page: signed, or set aside."""

    concerns = frozenset({Subject.AGREEMENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("signing_pages")
        self._desk = desk
        self._content = QWidget()
        self._heading = SectionHeading(_("Waiting for a signature"), line=False)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._heading)
        inside.addLayout(self._lines)
        inside.addSpacing(4)
        inside.addWidget(Hairline())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._content)
        self._content.hide()

    def look_again(self) -> None:
        """Show the pages of the client that wait today."""
        if self.client_id is None:
            return
        pages = self._desk.workspace.agreeing.waiting(self.client_id)
        empty(self._lines)
        self._heading.show_count(len(pages))
        for page in pages:
            self._lines.addWidget(self._line(page))
        self._content.setVisible(bool(pages))

    def focus_first(self) -> None:
        """Go to the first page."""
        signed = self.findChild(Button)
        if signed is not None:
            signed.setFocus()

    def _line(self, page: SigningPage) -> QWidget:
        words = self._words(page)
        signed = Button(_("Signed…"))
        signed.setObjectName(f"signing_pages.signed.{page.serial}")
        signed.setAccessibleName(_("Signed: {page}").format(page=words))
        aside = LinkButton(_("Set aside"))
        aside.setObjectName(f"signing_pages.aside.{page.serial}")
        aside.setAccessibleName(_("Set aside: {page}").format(page=words))
        signed.clicked.connect(partial(self._on_signed, page, signed))
        aside.clicked.connect(partial(self._on_aside, page))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(MarkLabel("printer", words, "text2"), 1)
        row.addWidget(signed)
        row.addWidget(aside)
        return line

    def _words(self, page: SigningPage) -> str:
        now = today(self._desk.workspace.clock)
        count = ngettext("{n} clause", "{n} clauses", len(page.clauses)).format(n=len(page.clauses))
        return _("Page {serial}, {count}, printed {day}").format(
            serial=page.serial, count=count, day=near(page.printed_on, now)
        )

    def _on_signed(self, page: SigningPage, opener: QWidget) -> None:
        form = SignedForm(self._desk, page, self.window())
        form.agreed.connect(self._on_agreed)
        form.open_from(opener)

    def _on_agreed(self, agreement: Agreement) -> None:
        """Show the agreement, where the scan of the page can be put."""
        self.look_again()
        MadeForm(self._desk, agreement.id, self.window()).open()

    def _on_aside(self, page: SigningPage) -> None:
        agreeing, client_id, serial = self._desk.workspace.agreeing, page.client_id, page.serial
        if self._desk.did(partial(agreeing.set_aside, client_id, serial)):
            words = _("Page {serial} was set aside.").format(serial=serial)
            self._desk.wishes.undo_offered.emit(words, partial(agreeing.wait_again, client_id, serial))
