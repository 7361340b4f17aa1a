"""Reaching out to a client who has gone quiet: what to be careful with, what was tried, and what was said now."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import Channel, ContactDetails, ContactKind, Direction, StartedBy
from vitalshift_desktop.domain.outreach import Outreach, Reply
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing
from vitalshift_desktop.domain.sessions import at_local
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.contacts.outreach_words import outreach_words
from vitalshift_desktop.ui.contacts.reply_form import ReplyForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Part, Undo
from vitalshift_desktop.ui.safe_contact import heed_words
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.silence_words import silence_sentence
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import beside
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

SHOWN = 3
_KINDS = {
    Channel.PHONE: ContactKind.CALL,
    Channel.MESSAGE: ContactKind.MESSAGE,
    Channel.EMAIL: ContactKind.MESSAGE,
}


class OutreachForm(EntryForm):
    """It is kept as a contact note that went out; a reply can also be noted later."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        self._client_id = client_id
        self._name = cut(desk.privacy.name(desk.workspace.clients.get(client_id)))
        super().__init__(desk, _("Reach out to {name}").format(name=self._name), "outreach_form", parent)
        self._view = desk.workspace.outreaches.view(client_id)
        self._build()
        self._show_log()
        now = local(desk.workspace.clock, desk.workspace.clock.now())
        self.on.show_day(now.date())
        self.at.show_time(now.time().replace(second=0, microsecond=0))
        self.keep_fields(f"outreach_form:{client_id}")
        self.way.setFocus()

    def _build(self) -> None:
        self.way = ChoiceField(_("How"), [(one, label(one)) for one in Channel])
        self.way.setObjectName("outreach_form.way")
        self.on = self.day(_("Day"), "on", optional=False)
        self.at = TimeField(_("Time"))
        self.at.setObjectName("outreach_form.at")
        self.said = self.text(_("What you said or wrote"), "said")
        self.reply = ChoiceField(_("What came of it"), [(one, label(one)) for one in Reply])
        self.reply.setObjectName("outreach_form.reply")
        self.replied = self.text(_("What the client said, if anything"), "replied")
        self._log = QVBoxLayout()
        self._log.setSpacing(2)
        self._log.setContentsMargins(0, 0, 0, 0)
        self._past = QWidget()
        self._past.setLayout(self._log)
        how: Part = (self.way, self.on, self.at)
        came: Part = (self.reply, self.replied)
        self.lay_out((*self._told(), self._past, how, self.said, came), _("Keep"))

    def _told(self) -> tuple[QWidget, ...]:
        """What to be careful with comes before anything else."""
        heed = heed_words(self.desk, self._client_id)
        careful = MarkLabel(
            "warning-circle", heed or _("Nothing to be careful with is noted."), "attnmark" if heed else "text2"
        )
        careful.setObjectName("outreach_form.careful")
        silence = self._view.silence
        told = TextLabel(silence_sentence(silence) if silence is not None else "", tone="2", size="m")
        told.setObjectName("outreach_form.silence")
        told.setVisible(silence is not None)
        return careful, told

    def _show_log(self) -> None:
        empty(self._log)
        log = self._view.log
        self._past.setVisible(bool(log))
        for one in log[:SHOWN]:
            self._log.addWidget(self._row(one))
        more = len(log) - SHOWN
        if more > 0:
            words = ngettext("and {n} older contact", "and {n} older contacts", more).format(n=more)
            self._log.addWidget(TextLabel(words, tone="2", size="m"))

    def _row(self, one: Outreach) -> QWidget:
        words = TextLabel(outreach_words(one), size="m", wrap=theme().wide_text)
        if one.is_answered:
            return words
        link = LinkButton(_("Note a reply…"))
        link.setObjectName("outreach_form.note_reply")
        link.setAccessibleName(f"{link.text()} {words.text()}")
        link.clicked.connect(partial(self._on_reply, one))
        return beside(words, link)

    def _on_reply(self, one: Outreach) -> None:
        form = ReplyForm(self.desk, one.contact.id, self)
        form.saved.connect(self._on_replied)
        form.open()

    def _on_replied(self) -> None:
        self._view = self.desk.workspace.outreaches.view(self._client_id)
        self._show_log()
        self.way.setFocus()

    def ready(self) -> bool:
        """Whether there is a time."""
        return self.at.is_valid()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The words when they are missing, the day that cannot be."""
        if isinstance(problem, TextIsMissing):
            return self.said
        return self.on if isinstance(problem, DateIsImpossible) else None

    def act(self) -> Undo | None:
        """Keep it as a contact note; raises Problem."""
        reply = Reply(str(self.reply.value))
        kept = self.desk.workspace.outreaches.reach_out(self._client_id, self._details(), reply, self.replied.text())
        if kept.reply is not None:  # the contact stays with what was noted of it
            noted = _("Kept as a contact note, with what came of it: {name}.").format(name=self._name)
            return noted, partial(self.desk.workspace.outreaches.take_back_reply, kept.reply, None)
        words = _("Kept as a contact note: {name}.").format(name=self._name)
        return words, partial(self.desk.workspace.contacts.remove, kept.contact.id)

    def _details(self) -> ContactDetails:
        way = Channel(str(self.way.value))
        return ContactDetails(
            at=self._instant(),
            zone=self.desk.workspace.clock.zone(),
            text=self.said.text(),
            kind=_KINDS.get(way, ContactKind.OTHER),
            channel=way,
            direction=Direction.OUT,
            started_by=StartedBy.COUNSELOR,
        )

    def _instant(self) -> datetime:
        clock, day, at = self.desk.workspace.clock, self.on.day() or self.today(), self.at.at()
        now = local(clock, clock.now())
        if at is None or (day, at) == (now.date(), now.time().replace(second=0, microsecond=0)):
            return now  # to the second, where nobody chose another minute
        return at_local(day, at, clock.zone())
