"""What was explained: an editor with wording to begin from, which never overwrites what somebody wrote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from vitalshift_desktop.services.consent_templates import ConsentTemplate
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _


class ExplainedField(ProseField):
    """The field, and below it the wordings that are offered for the kind of consent."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(_("What was explained"), hint=_("Change the offered words to what you said."))
        self.setObjectName(f"{name}.explained")
        self._desk = desk
        self._template: ConsentTemplate | None = None
        self.usual = self._link(f"{name}.usual", _("Usual wording"))
        self.plain = self._link(f"{name}.plain", _("Short sentences"))
        self.child = self._link(f"{name}.child", _("For a child"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(TextLabel(_("Begin with:"), tone="3", size="m", wrap=False))
        for link in (self.usual, self.plain, self.child):
            row.addWidget(link)
        row.addStretch(1)
        self._column.addLayout(row)

    def show_template(self, template: ConsentTemplate, *, plain: bool) -> None:
        """Offer the wordings of another kind; what is still as it was offered becomes the new one's."""
        is_own = self._is_own()
        self._template = template
        self.child.setVisible(bool(template.child))
        if not is_own:
            self.show_text(template.plain if plain else template.wording)

    def _link(self, name: str, words: str) -> LinkButton:
        link = LinkButton(words)
        link.setObjectName(name)
        link.setMinimumHeight(theme().scale(28))
        link.clicked.connect(self._on_link)
        return link

    def _on_link(self) -> None:
        template, sender = self._template, self.sender()
        if template is None:
            return
        texts = {self.usual: template.wording, self.plain: template.plain, self.child: template.child}
        text = next((words for link, words in texts.items() if link is sender), "")
        if text and (not self._is_own() or self._may_replace()):
            self.show_text(text)
            self.clear_error()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_own(self) -> bool:
        """Whether somebody wrote here what is no offered wording."""
        text, template = self.text().strip(), self._template
        known = () if template is None else (template.wording, template.plain, template.child)
        return bool(text) and text not in known

    def _may_replace(self) -> bool:
        replace_it = _("Replace it")
        title = _("Replace what is written there?")
        answer = self._desk.dialogs.ask(self, title, "", [replace_it, _("Keep it")])
        return answer == replace_it
