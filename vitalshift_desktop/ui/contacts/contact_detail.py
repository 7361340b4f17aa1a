"""One contact: what happened, what was said, what was added, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.contacts import ContactAddition, ContactNote
from vitalshift_desktop.domain.outreach import Outreach
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.ui.contacts.contact_words import fact_words, state_words
from vitalshift_desktop.ui.contacts.reply_part import ReplyPart
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class ContactDetail(QWidget):
    """Changing, removing and signing belong to one that is not signed; adding to one that is."""

    change_wanted = Signal()
    remove_wanted = Signal()
    sign_wanted = Signal()
    addition_wanted = Signal()
    reply_wanted = Signal()
    link_wanted = Signal()

    def __init__(self, privacy: Privacy, clock: Clock) -> None:
        super().__init__()
        self._privacy = privacy
        self._clock = clock
        self._build()
        self._lay_out()
        self.change.clicked.connect(self.change_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.sign.clicked.connect(self.sign_wanted)
        self.add.clicked.connect(self.addition_wanted)
        self.reply.wanted.connect(self.reply_wanted)
        self.link.clicked.connect(self.link_wanted)

    def _build(self) -> None:
        self._kind = TextLabel(role="h2")
        self._facts = TextLabel(tone="2", size="m")
        self._text = RecordLabel(privacy=self._privacy)
        self.reply = ReplyPart(self._privacy)
        self._third = SectionHeading(_("What another person said"))
        self._who = RecordLabel(privacy=self._privacy, role="rail", tone="text2")
        self._their_words = RecordLabel(privacy=self._privacy)
        self._added = SectionHeading(_("Added after signing"))
        self._additions = QVBoxLayout()
        self._additions.setSpacing(8)
        self._altered = ErrorSentence()
        self._altered.setObjectName("contact_note.altered")
        self._state = TextLabel(tone="2", size="m")
        self._state.setObjectName("contact_note.state")
        self.sign = Button(_("Sign"))
        self.sign.setObjectName("contact_note.sign")
        self.change = Button(_("Change…"))
        self.change.setObjectName("contact_note.change")
        self.add = Button(_("Add to it…"))
        self.add.setObjectName("contact_note.add_to")
        self.link = LinkButton(_("Note it on an agreement…"))
        self.link.setObjectName("contact_note.link")
        self.remove = LinkButton(_("Remove"))
        self.remove.setObjectName("contact_note.remove")

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for part in (self.sign, self.change, self.add, self.link, self.remove):
            acts.addWidget(part)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        read: tuple[QWidget, ...] = (self._kind, self._facts, self._altered, self._text)
        others: tuple[QWidget, ...] = (self._third, self._who, self._their_words, self.reply, self._added)
        for words in (*read, *others):
            column.addWidget(words)
        column.addLayout(self._additions)
        column.addSpacing(6)
        column.addWidget(self._state)
        column.addLayout(acts)
        column.addStretch(1)

    def show_contact(
        self, contact: ContactNote, *, outreach: Outreach | None = None, read_only: bool, can_link: bool = False
    ) -> None:
        """Show this contact and what came of one that went out; where nothing can be saved nothing is offered.

        With `can_link` it can be noted on an agreement.
        """
        self.reply.show_outreach(outreach, read_only=read_only)
        self.link.setVisible(can_link and not read_only)
        details = contact.details
        self._kind.setText(label(details.kind))
        self._facts.setText(fact_words(details))
        self._text.show_text(details.text)
        self._text.setVisible(bool(details.text))
        self._third.setVisible(bool(details.third_party or details.third_party_words))
        self._who.show_text(details.third_party)
        self._who.setVisible(bool(details.third_party))
        self._their_words.show_text(details.third_party_words)
        self._their_words.setVisible(bool(details.third_party_words))
        self._show_additions(contact.additions)
        altered = _("This text was changed outside VitalShift after it was signed. Compare it with a backup.")
        self._altered.show_sentence("" if contact.is_unaltered else altered)
        self._state.setText(state_words(contact, self._clock))
        for button in (self.sign, self.change, self.remove):
            button.setVisible(not contact.is_signed and not read_only)
        self.add.setVisible(contact.is_signed and not read_only)

    def _show_additions(self, additions: Sequence[ContactAddition]) -> None:
        empty(self._additions)
        self._added.setVisible(bool(additions))
        for addition in additions:
            day = full_day(local(self._clock, addition.written_at).date())
            by = _("{day}, {signer}").format(day=day, signer=addition.signer or _("no name given"))
            self._additions.addWidget(TextLabel(by, tone="2", size="m"), 0, Qt.AlignmentFlag.AlignTop)
            if addition.reason:
                self._additions.addWidget(
                    RecordLabel(addition.reason, privacy=self._privacy, role="rail", tone="text2")
                )
            self._additions.addWidget(RecordLabel(addition.text, privacy=self._privacy))
