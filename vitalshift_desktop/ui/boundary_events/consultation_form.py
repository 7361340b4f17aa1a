"""Logging a consultation, or putting one right."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import ConsultationDetails, ConsultationId
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _

_FIELDS = ("on", "whom", "question", "advised", "decided")


class ConsultationForm(RoomyDialog):
    """Whom, when, about which question, what was advised and decided; a corrected one stands beside the earlier."""

    saved = Signal(object)

    def __init__(
        self,
        desk: Desk,
        client_id: ClientId | None,
        parent: QWidget,
        entry_id: ConsultationId | None = None,
    ) -> None:
        title = _("Log a consultation") if entry_id is None else _("Put this consultation right")
        super().__init__(title, width=600, height=620, parent=parent)
        self.setObjectName("consultation_form")
        self._desk = desk
        self._client_id = client_id
        self._known = desk.workspace.consultations.get(entry_id) if entry_id is not None else None
        self._build()
        self.keep(f"consultation_form:{client_id or 0}:{entry_id or 0}", *(f"consultation.{one}" for one in _FIELDS))
        self.whom.edit.setFocus()

    def _build(self) -> None:
        known = self._known.details if self._known else None
        words = _("Written once. What is put right later stands in its place, and the earlier words stay to be read.")
        self.on = DateField(_("Day"), day=known.on if known else self._today(), today=self._today)
        self.whom = Field(_("Whom you asked"), text=known.whom if known else "")
        hint = _("No client’s name is needed.")
        self.question = ProseField(_("About which question"), hint=hint)
        self.advised = ProseField(_("What was advised"))
        self.decided = ProseField(_("What you decided"))
        for name in _FIELDS:
            getattr(self, name).setObjectName(f"consultation.{name}")
        for name in _FIELDS[2:]:
            getattr(self, name).show_text(getattr(known, name) if known else "")
        parts = (self.on, self.whom, self.question, self.advised, self.decided)
        for part in (TextLabel(words, tone="2", size="m"), *parts):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Log it"), variant="primary")
        self.save.setObjectName("consultation.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_save(self) -> None:
        day = self.on.day()
        if not self.on.is_valid() or day is None:
            self.point_at(self.on)
            return
        texts = (self.whom.text(), self.question.text(), self.advised.text(), self.decided.text())
        details = ConsultationDetails(day, *texts)
        log = self._desk.workspace.consultations
        try:
            before = self._known
            saved = log.log(self._client_id, details) if before is None else log.correct(before.id, details)
        except TextIsMissing:
            missing = self.question if details.whom.strip() else self.whom
            missing.show_error(_("Say it in a few words."))
            self.point_at(missing)
        except DateIsImpossible:
            self.on.show_error(_("This day has not come yet."))
            self.point_at(self.on)
        except Problem as problem:
            self.question.show_error(sentence(problem).whole)
            self.point_at(self.question)
        else:
            self.saved.emit(saved)
            self.accept()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
