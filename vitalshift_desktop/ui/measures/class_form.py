"""Saying what a mark was: only then is it called a rupture."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.alliance import OF_CLIENT, RatedBy, SessionPoint
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.class_history import ClassHistory
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_NOT_YET = ""


class ClassForm(DialogFrame):
    """Asks what it was and for a few words; `recorded` carries the new entry, earlier ones stay in sight above."""

    recorded = Signal(object)

    def __init__(
        self, desk: Desk, client_id: ClientId, point: SessionPoint, parent: QWidget, *, of: RatedBy = OF_CLIENT
    ) -> None:
        super().__init__(_("Class this mark"), parent=parent)
        self.setObjectName("class_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client_id = client_id
        self._point = point
        self._of = of
        self._build()
        self.keep(f"class_form:{client_id}:{point.session_id}:{of.person_id or 0}", "class.kind", "class.note")

    def _build(self) -> None:
        where = _("The marked score of session {n}, {day}.")
        words = _(
            "A mark is what the rule saw. Once you class it, it is called a rupture, here and on the thread. "
            "If it was none, leave it a marked drop; what you know can stand as a note on the chart."
        )
        history = ClassHistory(self._desk.privacy, self._desk.workspace.clock)
        history.show_classes(self._point.classes)
        self.kind = ChoiceField(_("What was it"), self._choices(), chosen=_NOT_YET)
        self.kind.setObjectName("class.kind")
        self.note = ProseField(_("A few words, if you like"), hint=_("Such as what each of you did."))
        self.note.setObjectName("class.note")
        self._error = TextLabel(tone="risk", size="m")
        self._error.setObjectName("class.error")
        self._error.hide()
        where_label = TextLabel(where.format(n=self._point.session_no, day=day_words(self._point.day)), size="m")
        for part in (where_label, TextLabel(words, tone="2", size="m"), history, self.kind, self.note, self._error):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        self.save = Button(_("Record"), variant="primary")
        self.save.setObjectName("class.save")
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    def _choices(self) -> list[tuple[object, str]]:
        kinds = [kind for kind in MarkClass if kind is not MarkClass.NONE or self._point.rupture]
        return [(_NOT_YET, _("Not classed")), *((kind, label(kind)) for kind in kinds)]

    def _on_save(self) -> None:
        if self.kind.value == _NOT_YET:
            self.kind.show_error(_("Choose what it was, or cancel: then it stays as it is."))
            return
        kind = MarkClass(str(self.kind.value))
        try:
            entry = self._desk.workspace.alliance.class_mark(
                self._client_id, self._point.session_id, kind, self.note.text(), of=self._of, by=self
            )
        except Problem as problem:
            advice = sentence(problem)
            self._error.setText(f"{advice.what} {advice.next_step}")
            self._error.show()
            return
        self.recorded.emit(entry)
        self.accept()
