"""Recording a consent or a release, or putting one right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain import problems
from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consents import (
    Assent,
    Consent,
    ConsentDetails,
    ConsentKind,
    GivenBy,
    GivenHow,
    Giver,
)
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.consent_templates import consent_template
from vitalshift_desktop.services.consents import ConsentPage
from vitalshift_desktop.ui.consents.explained_field import ExplainedField
from vitalshift_desktop.ui.consents.giver_checks import GiverChecks
from vitalshift_desktop.ui.consents.page_out import printed
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

NAME = "consent_form"


class ConsentForm(EntryForm):
    """One kind of consent; `corrects` is the record that is put right. What is recorded stays, so there is no undo."""

    def __init__(
        self,
        desk: Desk,
        client_id: ClientId,
        kind: ConsentKind,
        parent: QWidget | None = None,
        *,
        corrects: Consent | None = None,
    ) -> None:
        super().__init__(desk, _title(kind, is_right=corrects is None), NAME, parent, width=620, roomy=True)
        self._client_id, self._kind, self._corrects = client_id, kind, corrects
        self._page = desk.workspace.consents.page(client_id)
        self._build(self._page)
        self._lay_out()
        self._show(self._page)
        place = f"{NAME}:{client_id}:{kind.value}:{corrects.id if corrects is not None else 0}"
        self.keep(place, *self._names())
        self._first().setFocus()

    def _build(self, page: ConsentPage) -> None:
        kept = self._corrects.details.givers if self._corrects is not None else ()
        self.recipient = self.named(Field(_("Who may be told"), hint=_("A person or an office.")), "recipient")
        self.purpose = self.text(_("What for"), "purpose")
        template = consent_template(self._kind)
        self.scope = self.text(_("What it covers"), "scope", template.scope)
        self.explained = ExplainedField(self.desk, NAME)
        self.givers = GiverChecks(page.people, NAME, kept, named=not self.desk.privacy.initials_on)
        self.how = self._choice(_("How"), "how", [(one, label(one)) for one in GivenHow])
        self.given_on = self.day(_("Given on"), "given_on", optional=False)
        self.until = self.day(_("Until"), "until", _("Empty: until it is taken back."))
        self.assent = self._choice(_("What the client says"), "assent", [(one, label(one)) for one in Assent])
        self.assent_words = self.text(_("In the client’s words"), "assent_words")
        self.words = self.text(_("What was said, if it is worth keeping"), "words")
        self.scan = self._choice(_("Scan"), "scan", self._scans())
        self.how.picked.connect(self._fit_fields)
        self.assent.picked.connect(self._fit_fields)
        self.givers.changed.connect(self._fit_fields)

    def _lay_out(self) -> None:
        is_release = self._kind is ConsentKind.RELEASE
        about = (self.scope, self.purpose, self.explained) if is_release else (self.purpose, self.explained, self.scope)
        days = (self.how, self.given_on, self.until)
        parts = (self.recipient, *about, self.givers, self.assent, self.assent_words, days, self.scan, self.words)
        self.lay_out(parts, _("Record") if self._corrects is None else _("Put right"))
        for field in (self.recipient, self.purpose):
            field.setVisible(is_release)
        self.sent = TextLabel(tone="2", size="m")
        self.sent.setObjectName(f"{NAME}.sent")
        self.sent.hide()
        self.column.addWidget(self.sent)
        self.print = Button(_("Print for signing…"))
        self.print.setObjectName(f"{NAME}.print")
        self.print.setVisible(self._corrects is None)
        self.print.clicked.connect(self._on_print)
        self.footer.insertWidget(0, self.print)
        QWidget.setTabOrder(self.words, self.print)
        QWidget.setTabOrder(self.print, self.cancel)

    def _show(self, page: ConsentPage) -> None:
        details = self._corrects.details if self._corrects is not None else self._offered(page)
        self.recipient.show_text(details.recipient)
        self.purpose.show_text(details.purpose)
        self.scope.show_text(details.scope)
        self.explained.show_text(details.explained)
        self.explained.show_template(consent_template(self._kind), plain=bool(page.interpreter))
        self.givers.show_givers(details.givers)
        self.how.choose(details.how)
        self.given_on.show_day(details.given_on)
        self.until.show_day(details.until)
        self.assent.choose(details.assent)
        self.assent_words.show_text(details.assent_words)
        self.words.show_text(details.words)
        self._fit_fields()

    def _offered(self, page: ConsentPage) -> ConsentDetails:
        """What a new record begins with: the client says yes, unless the file of a minor names who does."""
        for_others = page.is_minor and len(self.givers.boxes) > 1
        givers = () if for_others else (Giver(GivenBy.CLIENT),)
        return ConsentDetails(self._kind, self.today(), "", givers)

    def _scans(self) -> list[tuple[object, str]]:
        found = self.desk.workspace.attachments.of_client(self._client_id)
        return [(None, _("None yet")), *((one.id, one.name) for one in found)]

    def _choice(self, words: str, name: str, choices: Sequence[tuple[object, str]]) -> ChoiceField:
        field = ChoiceField(words, choices)
        field.setObjectName(f"{NAME}.{name}")
        return field

    def _names(self) -> tuple[str, ...]:
        fields = ("recipient", "purpose", "scope", "explained", "how", "given_on", "until", "assent", "assent_words")
        return (*(f"{NAME}.{one}" for one in (*fields, "words", "scan")), *self.givers.names)

    def _first(self) -> QWidget:
        return self.recipient if self._kind is ConsentKind.RELEASE else self.explained

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, and show the fields that it needs."""
        super().take_back(form)
        self._fit_fields()

    def _fit_fields(self, _what: object = None) -> None:
        """Ask for assent where others consent, and for a scan of what is on paper."""
        givers = self.givers.givers()
        by_others = bool(givers) and all(one.by is not GivenBy.CLIENT for one in givers)
        self.assent.setVisible(by_others)
        self.assent_words.setVisible(by_others and self.assent.value is not Assent.NOT_ASKED)
        self.scan.setVisible(self.how.value is GivenHow.ON_PAPER and self._corrects is None)

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The field that a problem is about."""
        fields: dict[type[Problem], LabeledField] = {
            problems.NobodyConsents: self.givers,
            problems.ConsentsTogether: self.givers,
            problems.ExplanationIsMissing: self.explained,
            problems.RecipientIsMissing: self.recipient,
            problems.ScopeIsMissing: self.scope,
            problems.PurposeIsMissing: self.purpose,
            problems.DateIsImpossible: self.given_on,
            problems.EndsBeforeItStarts: self.until,
        }
        return fields.get(type(problem))

    def details(self) -> ConsentDetails:
        """What is written in the form."""
        how, assent = self.how.value, self.assent.value
        return ConsentDetails(
            kind=self._kind,
            given_on=self.given_on.day() or self.today(),
            explained=self.explained.text(),
            givers=self.givers.givers(),
            how=how if isinstance(how, GivenHow) else GivenHow.ON_PAPER,
            until=self.until.day(),
            scope=self.scope.text(),
            recipient=self.recipient.text(),
            purpose=self.purpose.text(),
            words=self.words.text(),
            assent=assent if isinstance(assent, Assent) else Assent.NOT_ASKED,
            assent_words=self.assent_words.text(),
        )

    def _on_print(self) -> None:
        """Print what is written now, to be signed; nothing is recorded before it was."""
        details = self.details()
        if not details.givers and self._page.is_minor:
            details = replace(details, givers=self.givers.others())
        try:
            sheet = self.desk.workspace.consent_printing.for_signing(self._client_id, details)
            entry = printed(self.desk, self, self._client_id, sheet)
        except Problem as problem:
            self.show_problem(problem)
            return
        if entry is not None:
            words = _("Sent to the printer, serial {serial}. Record the consent once the page is signed.")
            self.sent.setText(words.format(serial=entry.serial))
            self.sent.show()

    def act(self) -> Undo | None:
        """Record it; raises Problem."""
        chosen = self.scan.value if self.how.value is GivenHow.ON_PAPER and self._corrects is None else None
        scan = AttachmentId(int(str(chosen))) if chosen is not None else None
        corrects = self._corrects.id if self._corrects is not None else None
        self.desk.workspace.consents.record(self._client_id, self.details(), corrects=corrects, scan=scan)
        return None


def _title(kind: ConsentKind, *, is_right: bool) -> str:
    if kind is ConsentKind.RELEASE:
        return _("Record a release") if is_right else _("Put a release right")
    words = _("Consent: {kind}") if is_right else _("Put right: {kind}")
    return words.format(kind=label(kind))
