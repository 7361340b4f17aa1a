"""Asks for a few words before something that asked for a look is settled."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.words import _


class ReasonForm(DialogFrame):
    """The words are handed to `settle`; what it refuses is said below them, and nothing typed is lost."""

    FIELDS = ("reason.words",)

    def __init__(
        self,
        title: str,
        told: str,
        asked: str,
        button: str,
        settle: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent=parent)
        self.setObjectName("reason_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settle = settle
        self.words = ProseEditor(asked, minimum_lines=3)
        self.words.setObjectName("reason.words")
        self.error = ErrorSentence()
        self.error.setObjectName("reason.error")
        self.column.addWidget(TextLabel(told, tone="2", size="m"))
        caption = TextLabel(asked, role="name", size="m")
        caption.setBuddy(self.words)
        for part in (caption, self.words, self.error):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(button, variant="primary")
        self.save.setObjectName("reason.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel, safe=True)
        self.add_button(self.save)
        self.words.setFocus()

    def _on_save(self) -> None:
        try:
            self._settle(self.words.text())
        except TextIsMissing:
            self.error.show_sentence(_("Write a few words first."))
            self.words.setFocus()
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
        else:
            self.accept()
            return
        self.adjustSize()
