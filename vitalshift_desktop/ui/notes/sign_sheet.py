"""The signing sheet: what will be locked, what is missing, what is as last time, sign."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.note_templates import PLAN
from vitalshift_desktop.services.note_views import Missing, SigningSheet
from vitalshift_desktop.ui.late_words import late_before_signing
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import heading_words
from vitalshift_desktop.words import _, ngettext


class SignSheet(RoomyDialog):
    """One look before the note is final. Sign answers to Ctrl+Enter; Esc goes back to writing."""

    signed = Signal()
    plan_wanted = Signal()

    def __init__(self, sheet: SigningSheet, name: str, when: str, parent: QWidget) -> None:
        super().__init__(_("Sign this note"), width=520, height=480, parent=parent)
        self.setObjectName("sign_sheet")
        self._build(sheet, name, when)
        self.fit_content()

    def _build(self, sheet: SigningSheet, name: str, when: str) -> None:
        self.content.addWidget(TextLabel(_("{name}, {when}").format(name=name, when=when), tone="2"))
        locked = TextLabel(what_is_locked(sheet))
        locked.setObjectName("sign_sheet.locked")
        self.content.addWidget(locked)
        if sheet.late is not None:
            self._add_mark("clock", late_before_signing(sheet.late), "sign_sheet.late")
        if alike := what_is_alike(sheet):
            self._add_mark("copy", alike, "sign_sheet.alike")
        self._add_missing(sheet)
        words = _("After signing the text cannot be changed. A late entry, an addendum or an amendment can be added.")
        self.content.addWidget(TextLabel(words, tone="2", size="m"))
        self._add_buttons(can_sign=bool(sheet.filled))

    def _add_missing(self, sheet: SigningSheet) -> None:
        for missing in sheet.missing:
            self._add_mark("info", missing_words(missing), f"sign_sheet.{missing.value}")
            if missing is Missing.PLAN_EMPTY:
                write = LinkButton(_("Write the plan first"))
                write.setObjectName("sign_sheet.write_plan")
                write.clicked.connect(self._on_write_plan)
                self.content.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        empty = [heading_words(section) for section in sheet.empty if not _is_named(section.key, sheet)]
        if empty:
            words = _("Left empty: {headings}.").format(headings=", ".join(empty))
            self._add_mark("info", words, "sign_sheet.empty")

    def _add_buttons(self, *, can_sign: bool) -> None:
        back = Button(_("Keep writing"))
        back.setObjectName("sign_sheet.back")
        back.clicked.connect(self.reject)
        self.sign = Button(_("Sign"), variant="primary", shortcut_hint=_("Ctrl Enter"))
        self.sign.setObjectName("sign_sheet.sign")
        self.sign.setShortcut("Ctrl+Return")
        self.sign.clicked.connect(self._on_sign)
        self.add_button(back, safe=True)
        self.add_button(self.sign)
        self.sign.setEnabled(can_sign)
        self.sign.setToolTip("" if can_sign else _("The note is still empty."))
        (self.sign if can_sign else back).setFocus()

    def _add_mark(self, icon: str, words: str, place: str) -> None:
        mark = MarkLabel(icon, words, tone="text2")
        mark.setObjectName(place)
        self.content.addWidget(mark)

    def _on_sign(self) -> None:
        self.signed.emit()
        self.accept()

    def _on_write_plan(self) -> None:
        self.reject()
        self.plan_wanted.emit()


def what_is_locked(sheet: SigningSheet) -> str:
    """What the signature will seal, counted."""
    if not sheet.filled:
        return _("The note is still empty. Write something before you sign.")
    sections = ", ".join(heading_words(section) for section in sheet.filled)
    words = ngettext("{n} word", "{n} words", sheet.words).format(n=f"{sheet.words:,}")
    parts = [_("{words} under {sections}").format(words=words, sections=sections)]
    if n := sheet.goals_touched:
        parts.append(ngettext("{n} goal touched", "{n} goals touched", n).format(n=n))
    if n := sheet.ratings:
        parts.append(ngettext("{n} goal rating", "{n} goal ratings", n).format(n=n))
    if n := sheet.files:
        parts.append(ngettext("{n} file", "{n} files", n).format(n=n))
    return _("Locked: {parts}.").format(parts="; ".join(parts))


def what_is_alike(sheet: SigningSheet) -> str:
    """How much of each section stood there the time before; "" where nothing did."""
    shares = [
        _("{heading} {percent} %").format(heading=heading_words(section), percent=section.alike)
        for section in sheet.filled
        if section.alike  # nothing as last time says nothing
    ]
    return _("As last time: {shares}.").format(shares=", ".join(shares)) if shares else ""


def missing_words(missing: Missing) -> str:
    """What the sheet points out, without keeping anybody from signing."""
    return {
        Missing.PLAN_EMPTY: _("Plan is empty. What happens next, and who does it?"),
        Missing.GOALS_UNTOUCHED: _("No goal is ticked for this session."),
        Missing.CHECKIN_MISSING: _("No check-in from the client for this session."),
        Missing.ATTENDANCE_OPEN: _("Attendance is not marked."),
        Missing.NEXT_SESSION_NONE: _("No next session is booked."),
    }[missing]


def _is_named(key: str, sheet: SigningSheet) -> bool:
    """Whether an empty heading has a sentence of its own already."""
    return key == PLAN and Missing.PLAN_EMPTY in sheet.missing
