"""Who of a couple or a family came to this session; who attended decides whose file it belongs in."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.joint_files import MemberId
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.joint_files import OwnFileOffer, WhoCame
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _


class WhoCamePanel(SessionPanel):
    """One box for each member; empty for the file of one person. Offers the own file of whoever came alone."""

    concerns: ClassVar[frozenset[Subject]] = frozenset({Subject.CLIENTS, Subject.SESSIONS, Subject.NOTES})
    leads: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("who_came")
        self._desk = desk
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.boxes: dict[MemberId, CheckBox] = {}
        self.move_it: Button | None = None
        desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show who belongs to the file and who of them came."""
        empty(self._rows)
        self.boxes, self.move_it = {}, None
        who = self._who_came()
        if who is None or not who.members:
            return
        self._rows.addWidget(SectionHeading(_("Who came"), line=False))
        for line in who.members:
            box = CheckBox(self._desk.privacy.short(line.name))
            box.setObjectName(f"who_came.{line.member.id}")
            box.setChecked(line.member.id in who.came)
            box.setEnabled(not who.is_sealed)
            box.setToolTip(_("The note is signed, and this with it.") if who.is_sealed else "")
            box.toggled.connect(self._on_toggled)
            self.boxes[line.member.id] = box
            self._rows.addLayout(left(box))
        if not who.came:
            words = _("Tick who came. If only one of them did, the session may belong in their own file.")
            self._rows.addWidget(TextLabel(words, tone="3", size="m"))
        if who.offer is not None and not who.is_sealed:
            self._show_offer(who.offer)
        self._rows.addSpacing(8)
        self._rows.addWidget(Hairline())

    def focus_first(self) -> None:
        """Go to the first member."""
        for box in self.boxes.values():
            box.setFocus()
            return

    def _who_came(self) -> WhoCame | None:
        if self.session_id is None:
            return None
        try:
            return self._desk.workspace.joint_files.who_came(self.session_id)
        except NotFound:
            return None

    def _show_offer(self, offer: OwnFileOffer) -> None:
        name = self._desk.privacy.name(offer.own)
        words = _("Only {name} came, who has a file of their own. This session and its note can go there.")
        self._rows.addWidget(TextLabel(words.format(name=name), size="m"))
        self.move_it = Button(_("Move to {name}’s file").format(name=name))
        self.move_it.setObjectName("who_came.move")
        self.move_it.clicked.connect(partial(self._on_move, offer))
        self._rows.addLayout(left(self.move_it))

    def _on_toggled(self) -> None:
        came = frozenset(member_id for member_id, box in self.boxes.items() if box.isChecked())
        focused = next((member_id for member_id, box in self.boxes.items() if box.hasFocus()), None)
        if self.session_id is not None:
            self._desk.did(partial(self._desk.workspace.joint_files.set_came, self.session_id, came, by=self))
        self.look_again()
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _on_move(self, offer: OwnFileOffer) -> None:
        joint, before = self._desk.workspace.joint_files, self._desk.workspace.sessions.get(offer.session_id).client.id
        if self._desk.did(partial(joint.move_session, offer.session_id, offer.own.id)):
            words = _("Moved to {name}’s file.").format(name=self._desk.privacy.name(offer.own))
            self._desk.wishes.undo_offered.emit(words, partial(joint.move_session, offer.session_id, before))
            self.focusNextChild()  # the button goes
        self.look_again()
