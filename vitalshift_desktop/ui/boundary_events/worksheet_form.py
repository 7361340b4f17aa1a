"""The worksheet for before: what, why, whose need, what else could be done, whom the counselor asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.boundary_events import WorksheetId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.domain.worksheets import Before, BeforePart
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class WorksheetForm(RoomyDialog):
    """Five questions before something is done outside an agreement; an open worksheet may be changed here."""

    saved = Signal(object)

    def __init__(
        self, desk: Desk, client_id: ClientId, parent: QWidget, worksheet_id: WorksheetId | None = None
    ) -> None:
        super().__init__(_("Before doing something outside an agreement"), width=640, height=680, parent=parent)
        self.setObjectName("worksheet_form")
        self._desk = desk
        self._client_id = client_id
        sheets = desk.workspace.worksheets
        self._known = sheets.get(worksheet_id) if worksheet_id is not None else None
        self._build()
        fields = [f"worksheet.{part.value}" for part in BeforePart]
        self.keep(f"worksheet_form:{client_id}:{worksheet_id or 0}", *fields, "worksheet.clause")
        self.parts[BeforePart.WHAT].edit.setFocus()

    def _build(self) -> None:
        words = _(
            "Write it before you do it. Afterwards you write what happened; from then on it is only added to. "
            "It is for you, and on no page that a client may see."
        )
        self.content.addWidget(TextLabel(words, tone="2", size="m"))
        self.parts = {part: ProseField(label(part)) for part in BeforePart}
        for part, field in self.parts.items():
            field.setObjectName(f"worksheet.{part.value}")
            field.show_text(self._known.before.text(part) if self._known else "")
            self.content.addWidget(field)
        in_force = self._desk.workspace.agreements.in_force(self._client_id)
        choices: list[tuple[object, str]] = [(0, _("None in particular"))]
        choices += [(version.clause_id, label(version.topic)) for version in in_force]
        self.clause = ChoiceField(_("Which agreement it is outside of"), choices)
        self.clause.setObjectName("worksheet.clause")
        if self._known is not None and self._known.clause_id is not None:
            self.clause.choose_text(str(self._known.clause_id))
        self.content.addWidget(self.clause)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("worksheet.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_save(self) -> None:
        before = Before(**{part.value: field.text() for part, field in self.parts.items()})
        clause = ClauseId(int(str(self.clause.value))) or None
        sheets = self._desk.workspace.worksheets
        try:
            if self._known is None:
                saved = sheets.begin(self._client_id, before, clause)
            else:
                saved = sheets.change(self._known.id, before, clause, base_version=self._known.version)
        except TextIsMissing:
            first = BeforePart.WHAT if not before.what.strip() else BeforePart.WHY
            self.parts[first].show_error(_("Say it in a few words."))
            self.point_at(self.parts[first])
        except Problem as problem:
            self.parts[BeforePart.WHAT].show_error(sentence(problem).whole)
            self.point_at(self.parts[BeforePart.WHAT])
        else:
            self.saved.emit(saved)
            self.accept()
