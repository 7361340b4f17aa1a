"""Who said yes: the client, and those who consent for them by their file."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.consents import GivenBy, Giver
from vitalshift_desktop.domain.related_people import ConsentPart, RelatedPerson, RelatedRole
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_BY = {RelatedRole.GUARDIAN: GivenBy.GUARDIAN, RelatedRole.SUBSTITUTE: GivenBy.SUBSTITUTE}


class GiverChecks(LabeledField):
    """One box for each; `changed` tells what the user did."""

    changed = Signal()

    def __init__(
        self, people: Sequence[RelatedPerson], name: str, kept: Sequence[Giver] = (), *, named: bool = True
    ) -> None:
        hint = "" if people else _("Who consents for somebody else stands among the people on the Details tab.")
        super().__init__(_("Given by"), hint=hint)
        self._named = named
        self._boxes: list[tuple[CheckBox, Giver]] = []
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(2)
        self._add(Giver(GivenBy.CLIENT), label(GivenBy.CLIENT), f"{name}.by.client")
        givers = [(Giver(_BY[one.details.role], one.details.name), one) for one in people if one.details.role in _BY]
        for giver, person in givers:
            self._add(
                giver,
                self._words(giver, together=person.details.consent is ConsentPart.JOINTLY),
                f"{name}.by.{person.id}",
            )
        known = {giver for giver, _person in givers}
        for place, giver in enumerate(one for one in kept if one not in known and one.by is not GivenBy.CLIENT):
            self._add(giver, self._words(giver), f"{name}.by.k{place}")
        self._take(inside, self._boxes[0][0])

    @property
    def names(self) -> tuple[str, ...]:
        """The object names of the boxes."""
        return tuple(box.objectName() for box, _giver in self._boxes)

    @property
    def boxes(self) -> tuple[CheckBox, ...]:
        """The boxes in their order."""
        return tuple(box for box, _giver in self._boxes)

    def givers(self) -> tuple[Giver, ...]:
        """Those who are ticked."""
        return tuple(giver for box, giver in self._boxes if box.isChecked())

    def others(self) -> tuple[Giver, ...]:
        """Those who consent for the client, ticked or not."""
        return tuple(giver for _box, giver in self._boxes if giver.by is not GivenBy.CLIENT)

    def show_givers(self, givers: Sequence[Giver]) -> None:
        """Tick these, without telling anybody."""
        for box, giver in self._boxes:
            box.setChecked(giver in givers)

    def _add(self, giver: Giver, words: str, name: str) -> None:
        box = CheckBox(words)
        box.setObjectName(name)
        box.toggled.connect(self._on_toggled)
        self._boxes.append((box, giver))
        self._inside.addWidget(box)

    def _on_toggled(self, _on: bool) -> None:
        self.clear_error()
        self.changed.emit()

    def _words(self, giver: Giver, *, together: bool = False) -> str:
        role = label(giver.by)
        if not self._named:
            return _("{role}, together with another").format(role=role) if together else role
        words = _("{name} ({role}, together with another)") if together else _("{name} ({role})")
        return words.format(name=giver.name, role=role)
