"""The signing sheet: what will be locked, what is missing, sign."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.services.note_views import Missing, SigningSheet
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.vocabulary import heading_words
from vitalshift_desktop.words import _, ngettext


class SignSheet(DialogFrame):
    """One look before the note is final. Sign answers to Ctrl+Enter; Esc goes back to writing."""

    signed = Signal()

    def __init__(self, sheet: SigningSheet, name: str, when: str, parent: QWidget) -> None:
        super().__init__(_("Sign this note"), parent=parent)
        self.setObjectName("sign_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(sheet, name, when)

    def _build(self, sheet: SigningSheet, name: str, when: str) -> None:
        self.column.addWidget(TextLabel(_("{name}, {when}").format(name=name, when=when), tone="2"))
        self.column.addWidget(TextLabel(_what_is_locked(sheet)))
        for missing in sheet.missing:
            self.column.addWidget(MarkLabel("info", missing_words(missing), tone="text2"))
        words = _("After signing the text cannot be changed. Anything later is added as a dated addendum.")
        self.column.addWidget(TextLabel(words, tone="2", size="m"))
        back = Button(_("Keep writing"))
        back.setObjectName("sign_sheet.back")
        back.clicked.connect(self.reject)
        self.sign = Button(_("Sign"), variant="primary", shortcut_hint=_("Ctrl Enter"))
        self.sign.setObjectName("sign_sheet.sign")
        self.sign.setShortcut("Ctrl+Return")
        self.sign.clicked.connect(self._on_sign)
        self.add_button(back, safe=True)
        self.add_button(self.sign)
        self.sign.setFocus()

    def _on_sign(self) -> None:
        self.signed.emit()
        self.accept()


def _what_is_locked(sheet: SigningSheet) -> str:
    sections = ", ".join(heading_words(section) for section in sheet.filled)
    words = ngettext("{n} word", "{n} words", sheet.words).format(n=sheet.words)
    parts = [_("Locked: {words} under {sections}.").format(words=words, sections=sections)]
    if sheet.goals_touched:
        goals = ngettext("{n} goal touched.", "{n} goals touched.", sheet.goals_touched).format(n=sheet.goals_touched)
        parts.append(goals)
    return " ".join(parts)


def missing_words(missing: Missing) -> str:
    """What the sheet points out, without keeping anybody from signing."""
    return {
        Missing.PLAN_EMPTY: _("Plan is empty."),
        Missing.GOALS_UNTOUCHED: _("No goal is ticked for this session."),
        Missing.CHECKIN_MISSING: _("No check-in from the client for this session."),
        Missing.ATTENDANCE_OPEN: _("Attendance is not marked."),
        Missing.NEXT_SESSION_NONE: _("No next session is booked."),
    }[missing]
