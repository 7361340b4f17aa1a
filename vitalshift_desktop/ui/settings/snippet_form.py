"""A new snippet, or changes to one."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.snippets import SnippetId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _


class SnippetForm(DialogFrame):
    """The trigger and the text it stands for."""

    def __init__(self, desk: Desk, snippet_id: SnippetId | None, parent: QWidget) -> None:
        title = _("New snippet") if snippet_id is None else _("Change snippet")
        super().__init__(title, parent=parent)
        self.setObjectName("snippet_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._snippets = desk.workspace.snippets
        self._before = None if snippet_id is None else self._snippets.get(snippet_id)
        self._build()
        if self._before is not None:
            self.trigger.show_text(self._before.trigger)
            self.text.show_text(self._before.text)
        self.keep(f"snippet_form:{snippet_id or 0}", "snippet.trigger", "snippet.text")
        self.trigger.edit.setFocus()

    def _build(self) -> None:
        self.trigger = Field(_("Trigger"), hint=_("One short word, such as plan. In a text you type ;plan"))
        self.trigger.setObjectName("snippet.trigger")
        hint = _("{client}, {date} and {session} are filled in where the page knows them.")
        self.text = ProseField(_("Text"), hint=hint)
        self.text.setObjectName("snippet.text")
        self.column.addWidget(self.trigger)
        self.column.addWidget(self.text)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("snippet.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_save(self) -> None:
        try:
            if self._before is None:
                self._snippets.add(self.trigger.text(), self.text.text())
            else:
                self._snippets.change(replace(self._before, trigger=self.trigger.text(), text=self.text.text()))
        except (TextIsMissing, TextTooLong) as problem:
            advice = sentence(problem)
            self.text.show_error(f"{advice.what} {advice.next_step}")
        except Problem as problem:
            advice = sentence(problem)
            self.trigger.show_error(f"{advice.what} {advice.next_step}")
        else:
            self.accept()
