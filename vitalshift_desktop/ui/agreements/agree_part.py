"""Who agrees, and what belongs to the way they do: a drawing of each, or what was said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreeing import AgreedHow, HowAgreed, Party, PartyKind
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.minors import ConsentGap
from vitalshift_desktop.services.agreeing import WhoAgrees
from vitalshift_desktop.ui.agreements.draw_pad import DrawPad
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

WORDS = "agreement.words"
_PADS_BESIDE, _MOST_IN_A_ROW = 2, 3


class AgreePart(QWidget):
    """A box for each who can agree; one alone who can is ticked from the start."""

    changed = Signal()

    def __init__(self, desk: Desk, client_id: ClientId, day: date, *, with_hints: bool = True) -> None:
        super().__init__()
        self._with_hints = with_hints
        self._desk = desk
        self._client_id = client_id
        self._how = AgreedHow.ON_PAPER
        self._who = desk.workspace.agreeing.who(client_id, day)
        self.checks: list[CheckBox] = []
        self.pads: list[DrawPad] = []
        self._slots: list[QWidget] = []
        self._names: list[TextLabel] = []
        self._again: list[LinkButton] = []
        self._build()
        self._show()
        self._look()
        desk.privacy.changed.connect(self._look)

    def _build(self) -> None:
        self._note = TextLabel(_gap_words(self._who), tone="attn", size="m")
        self._hint = TextLabel(tone="3", size="c")
        self.words = ProseField(_("What was said"), hint=_("In the client’s words, if you noted them."))
        self.words.edit.setObjectName(WORDS)
        many = len(self._who.parties) > _MOST_IN_A_ROW
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if many else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(4 if many else 20)
        heading = TextLabel(_("Who agrees"), role="name", size="m", wrap=False)
        heading.setProperty("weight", "600")
        row.addWidget(heading)
        pads = QGridLayout()
        pads.setHorizontalSpacing(16)
        for column_no in range(_PADS_BESIDE):
            pads.setColumnStretch(column_no, 1)
        for place, party in enumerate(self._who.parties):
            row.addWidget(self._add_check(place, party))
            pads.addWidget(self._add_pad(place, party), place // _PADS_BESIDE, place % _PADS_BESIDE)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addLayout(pads)
        column.addWidget(self._hint)
        column.addWidget(self.words)

    def _add_check(self, place: int, party: Party) -> CheckBox:
        check = CheckBox("")
        check.setObjectName(f"agreement.party.{place}")
        check.setChecked(party.kind is PartyKind.CLIENT)
        check.toggled.connect(self._on_changed)
        self.checks.append(check)
        return check

    def _add_pad(self, place: int, party: Party) -> QWidget:
        pad = DrawPad("", whose=f"{party.kind.value} {party.name}")
        pad.setObjectName(f"agreement.pad.{place}")
        again, named = LinkButton(_("Clear")), TextLabel(tone="2", size="m")
        again.clicked.connect(pad.clear)
        pad.drawn.connect(self.changed)
        foot = QHBoxLayout()
        foot.addWidget(named, 1)
        foot.addWidget(again)
        slot = QWidget()
        column = QVBoxLayout(slot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(pad)
        column.addLayout(foot)
        self.pads.append(pad)
        self._slots.append(slot)
        self._names.append(named)
        self._again.append(again)
        return slot

    def fields(self) -> tuple[str, ...]:
        """The names of what is kept when the vault is locked, drawings too."""
        return (*(one.objectName() for one in (*self.checks, *self.pads)), WORDS)

    def show_how(self, how: AgreedHow) -> None:
        """Ask for what belongs to this way of agreeing."""
        self._how = how
        self._show()

    def value(self) -> HowAgreed:
        """How and by whom it is agreed, as it is filled in now."""
        chosen = [
            replace(party, strokes=pad.strokes)
            for party, check, pad in zip(self._who.parties, self.checks, self.pads, strict=True)
            if check.isChecked()
        ]
        return HowAgreed(self._how, tuple(chosen), self.words.text())

    def take_back(self) -> None:
        """Cover drawings that were put back, where nobody is to see them."""
        self._look()

    def _look(self) -> None:
        """Call everybody what they are to be called now, and cover what was drawn while names are shortened."""
        shown = zip(self._who.parties, self.checks, self.pads, self._names, self._again, strict=True)
        for party, check, pad, named, again in shown:
            name = _party_words(self._desk, self._client_id, party)
            check.setText(name)
            check.setAccessibleName(name)
            named.setText(name)
            pad.setAccessibleName(_("Signature of {name}").format(name=name))
            pad.set_covered(self._desk.privacy.initials_on)
            again.setAccessibleName(_("Clear the signature of {name}").format(name=name))

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_drawn = self._how is AgreedHow.DRAWN
        for slot, check in zip(self._slots, self.checks, strict=True):
            slot.setVisible(is_drawn and check.isChecked())
        self._hint.setText(_hint_words(self._how) if self._with_hints else "")
        self._hint.setVisible(bool(self._hint.text()))
        self.words.setVisible(self._how is AgreedHow.VERBAL)
        self._note.setVisible(bool(self._note.text()))


def _hint_words(how: AgreedHow) -> str:
    """What belongs to this way of agreeing, where it is not seen."""
    return {
        AgreedHow.ON_PAPER: _("Signed already? Then agree. Otherwise print it: it waits until it comes back signed."),
        AgreedHow.DRAWN: _("Sign with mouse, pen or finger. By keyboard use “On paper” or “Spoken”."),
        AgreedHow.VERBAL: "",
    }[how]


def _gap_words(who: WhoAgrees) -> str:
    """What to think of for a minor; "" otherwise."""
    if not who.is_minor:
        return ""
    if who.gap is ConsentGap.NOBODY:
        return _("The client is a minor, and nobody is written down who consents for them.")
    if who.gap is ConsentGap.ONLY_ONE_OF_TWO:
        return _("The client is a minor, and of two who consent together only one is written down.")
    return _("The client is a minor. Tick whoever agrees with them or for them.")


def party_names(desk: Desk, client_id: ClientId, parties: Sequence[Party]) -> str:
    """Those who agreed, one after the other."""
    return ", ".join(_party_words(desk, client_id, one) for one in parties)


def _party_words(desk: Desk, client_id: ClientId, party: Party) -> str:
    code = desk.workspace.clients.get(client_id).code if party.kind is PartyKind.CLIENT else ""
    name = desk.privacy.short(party.name, code)
    if party.kind is PartyKind.CLIENT:
        return name
    return _("{name} ({role})").format(name=name, role=label(party.kind).lower())
