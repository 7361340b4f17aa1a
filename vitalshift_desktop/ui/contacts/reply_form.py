"""Asks what came of a contact that went out."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.contacts import ContactId
from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class ReplyForm(EntryForm):
    """What was noted stays; what is noted later counts."""

    def __init__(self, desk: Desk, contact_id: ContactId, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("What came of it"), "reply_form", parent)
        self._contact_id = contact_id
        self.reply = ChoiceField(_("What came of it"), [(one, label(one)) for one in Reply], chosen=Reply.REPLIED)
        self.reply.setObjectName("reply_form.reply")
        self.on = self.day(_("On"), "on", optional=False)
        self.words = self.text(_("What the client said, if anything"), "words")
        self.lay_out(((self.reply, self.on), self.words), _("Keep"))
        self.on.show_day(self.today())
        self.keep_fields(f"reply_form:{contact_id}")
        self.reply.setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The day: not before the contact, and not to come."""
        return self.on if isinstance(problem, DateIsImpossible) else None

    def act(self) -> Undo | None:
        """Note it; raises Problem."""
        reply, day = Reply(str(self.reply.value)), self.on.day() or self.today()
        outreaches = self.desk.workspace.outreaches
        known = outreaches.of_contact(self._contact_id)
        noted = outreaches.note_reply(self._contact_id, reply, day, self.words.text())
        before = known.reply if known is not None else None
        return _("What came of it was noted."), partial(outreaches.take_back_reply, noted, before)
