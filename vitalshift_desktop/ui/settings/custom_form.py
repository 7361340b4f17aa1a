"""An own measure: new, or as its next version."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.measures.custom import CustomMeasure
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.custom_critical import FieldWrong
from vitalshift_desktop.ui.settings.custom_fields import CustomFields
from vitalshift_desktop.ui.settings.custom_preview import CustomPreview
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _


class CustomForm(RoomyDialog):
    """What was answered keeps the version it was given with; `instrument_id` is empty for a new one."""

    def __init__(self, desk: Desk, instrument_id: str, parent: QWidget) -> None:
        title = _("Change your measure") if instrument_id else _("New measure of your own")
        super().__init__(title, width=680, height=720, parent=parent)
        self.setObjectName("custom_form")
        self._desk = desk
        self._id = instrument_id
        self._instruments = desk.workspace.instruments
        self._before = self._instruments.custom(instrument_id) if instrument_id else None
        self._build()
        if self._before is not None:
            self.fields.show_measure(self._before)
        self.keep(f"custom_form:{instrument_id}", *(field.objectName() for field in self.fields.named()))
        self._on_edited()
        self.fields.name.edit.setFocus()

    def _build(self) -> None:
        self.fields = CustomFields()
        self.preview = CustomPreview()
        if self._before is not None:
            words = _("Saving makes a new version. Answers given before keep the one they were given with.")
            self.content.addWidget(TextLabel(words, tone="2", size="m"))
        for part in (self.fields, self.preview):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("custom_form.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        for field in self.fields.named():
            if isinstance(field, Field | ProseField):
                field.edit.textChanged.connect(self._on_edited)
            elif isinstance(field, ChoiceField):
                field.picked.connect(self._on_edited)
        self.fields.millimetres.toggled.connect(self._on_edited)

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, and work the preview out anew."""
        super().take_back(form)
        self._on_edited()

    def _on_edited(self, _what: object = None) -> None:
        try:
            self.preview.show_form(self.fields.measure().checked().instrument("preview", "1"))
        except FieldWrong as wrong:
            self.preview.show_form(None, wrong.words)
        except Problem as problem:
            self.preview.show_form(None, sentence(problem).whole)

    def _on_save(self) -> None:
        self.fields.clear_errors()
        try:
            self._saved(self.fields.measure())
        except FieldWrong as wrong:
            self._say_at(wrong.field, wrong.words)
        except Problem as problem:
            self._say_at(self.fields.field_of(problem), sentence(problem).whole)
        else:
            self.accept()

    def _say_at(self, field: LabeledField, words: str) -> None:
        field.show_error(words)
        field.setFocus()
        self.keep_focus_in_view()

    def _saved(self, measure: CustomMeasure) -> None:
        if self._before is None:
            added = self._instruments.add_custom(measure)
            self._desk.wishes.instrument.emit(added.instrument.id)
        elif measure != self._before:
            self._instruments.change_custom(self._id, measure)
