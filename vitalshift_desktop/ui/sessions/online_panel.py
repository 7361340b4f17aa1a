"""What is asked at the start of a session by video or phone, in the note's rail."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.online import ONLINE, OnlineStrip
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class OnlinePanel(SessionPanel):
    """Carried over from last time, with the place to be confirmed anew; kept as fields are left or ticked."""

    concerns: ClassVar[frozenset[Subject]] = frozenset({Subject.SESSIONS, Subject.NOTES})
    leads: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("online_panel")
        self._desk = desk
        self._company = desk.workspace.company
        self._shown = OnlineStrip()
        self._is_open = False
        self._build()
        for field in (self.location, self.call_back, self.platform, self.interruptions):
            field.edit.editingFinished.connect(self.save_now)
        for box in (self.confirmed, self.private):
            box.clicked.connect(self.save_now)
        self.location.edited.connect(self._on_location)
        desk.privacy.changed.connect(self.look_again_soon)

    def _build(self) -> None:
        self.location = _field(_("Where the client is"), "online.location")
        self.confirmed = CheckBox(_("Place confirmed today"))
        self.confirmed.setObjectName("online.confirmed")
        self.call_back = _field(_("Number to call back"), "online.call_back")
        self.private = CheckBox(_("The client is alone in a private place"))
        self.private.setObjectName("online.private")
        self.platform = _field(_("Platform"), "online.platform")
        self.interruptions = _field(_("Interruptions"), "online.interruptions")
        self.carried = TextLabel(_("Carried over from last time."), tone="3", size="c")
        self.signed = RecordLabel(privacy=self._desk.privacy, role="rail")
        # Only what is inside is hidden for other sessions: a page that is hidden itself would never look again.
        self.inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.inside)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("Online session"), line=False))
        self._fields = (
            self.carried,
            self.location,
            self.confirmed,
            self.call_back,
            self.private,
            self.platform,
            self.interruptions,
        )
        for part in (*self._fields, self.signed):
            column.addWidget(part)

    def look_again(self) -> None:
        """Show the strip of this session; nothing for one that is not online."""
        if self.session_id is None:
            return
        view = self._company.online(self.session_id)
        self.inside.setVisible(view.session.modality in ONLINE)
        covered = self._desk.privacy.initials_on
        self._is_open = not view.is_signed and not covered
        for part in self._fields:
            part.setVisible(self._is_open)
        self.signed.setVisible(not self._is_open)
        self.signed.show_text(strip_words(view.strip))
        self.carried.setVisible(self._is_open and not view.is_written and not view.strip.is_empty)
        self._show(view.strip)

    def save_now(self) -> None:
        """Keep what was written, once it differs from what is kept or was carried over."""
        if self.session_id is None or not self._is_open:
            return
        strip = self._strip()
        if strip == self._shown:
            return
        try:
            self._shown = self._company.write_online(self.session_id, strip, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        else:
            self.carried.hide()

    def focus_first(self) -> None:
        """Go to the place."""
        self.location.edit.setFocus()

    def _show(self, strip: OnlineStrip) -> None:
        self._shown = strip
        self.location.show_text(strip.location)
        self.confirmed.setChecked(strip.location_confirmed)
        self.call_back.show_text(strip.call_back)
        self.private.setChecked(strip.private_place)
        self.platform.show_text(strip.platform)
        self.interruptions.show_text(strip.interruptions)

    def _strip(self) -> OnlineStrip:
        return OnlineStrip(
            self.location.text(),
            self.confirmed.isChecked(),
            self.call_back.text(),
            self.private.isChecked(),
            self.platform.text(),
            self.interruptions.text(),
        )

    def _on_location(self, _text: str) -> None:
        """Another place is not the one that was confirmed."""
        self.confirmed.setChecked(False)


def strip_words(strip: OnlineStrip) -> str:
    """The strip in a few lines, for a signed session."""
    if strip.is_empty:
        return _("Nothing written.")
    confirmed = _("confirmed") if strip.location_confirmed else _("not confirmed")
    lines = (
        _("At {place} ({confirmed})").format(place=strip.location, confirmed=confirmed) if strip.location else "",
        _("Call back: {number}").format(number=strip.call_back) if strip.call_back else "",
        _("In a private place") if strip.private_place else "",
        _("Platform: {name}").format(name=strip.platform) if strip.platform else "",
        _("Interruptions: {what}").format(what=strip.interruptions) if strip.interruptions else "",
    )
    return "\n".join(line for line in lines if line)


def _field(words: str, name: str) -> Field:
    field = Field(words)
    field.setObjectName(name)
    field.edit.setMaxLength(LONGEST_FIELD)
    return field
