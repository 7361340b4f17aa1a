"""Agreeing who may know what: one answer for each person and each thing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain import problems
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.related_people import RelatedPerson, RelatedPersonId
from vitalshift_desktop.services.may_know import MayKnowPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_NAME = "may_know_form"


class AnswerGrid(QWidget):
    """The things below each other, the people beside each other; one person below the other where text is large."""

    def __init__(self, page: MayKnowPage, *, named: bool) -> None:
        super().__init__()
        self._named = named
        self.fields: dict[tuple[RelatedPersonId, Knowledge], ChoiceField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        if theme().wide_text:
            self._below(grid, page)
        else:
            self._beside(grid, page)

    def _beside(self, grid: QGridLayout, page: MayKnowPage) -> None:
        for place, person in enumerate(page.people, 1):
            grid.addWidget(self._head(person), 0, place)
        for row, what in enumerate(Knowledge, 1):
            grid.addWidget(TextLabel(label(what), size="m"), row, 0, Qt.AlignmentFlag.AlignVCenter)
            for place, person in enumerate(page.people, 1):
                grid.addWidget(self._field(page, person, what), row, place)
        grid.setColumnStretch(0, 1)

    def _below(self, grid: QGridLayout, page: MayKnowPage) -> None:
        row = 0
        for person in page.people:
            grid.addWidget(self._head(person), row, 0)
            for what in Knowledge:
                row += 1
                grid.addWidget(TextLabel(label(what), size="m"), row, 0)
                row += 1
                grid.addWidget(self._field(page, person, what), row, 0)
            row += 1
        grid.setColumnStretch(1, 1)

    def _field(self, page: MayKnowPage, person: RelatedPerson, what: Knowledge) -> ChoiceField:
        chosen = page.now.details.answer(person.id, what) if page.now is not None else KnowAnswer.ASK_FIRST
        field = ChoiceField("", [(one, label(one)) for one in KnowAnswer], chosen=chosen, inline=True)
        field.setObjectName(f"{_NAME}.{person.id}.{what.value}")
        focus = field.focusProxy()
        if focus is not None:
            focus.setAccessibleName(f"{self._name(person)}, {label(what)}")
        self.fields[person.id, what] = field
        return field

    def _name(self, person: RelatedPerson) -> str:
        return person.details.name if self._named else label(person.details.role)

    def _head(self, person: RelatedPerson) -> TextLabel:
        words = [self._name(person), *([label(person.details.role)] if self._named else [])]
        head = TextLabel("\n".join(words), size="m")
        head.setProperty("weight", "600")
        return head


class MayKnowForm(EntryForm):
    """What is not agreed is asked first; a new agreement takes the place of the one before, which stays."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        page = desk.workspace.may_know.page(client_id)
        width = 420 + 150 * len(page.people)
        super().__init__(desk, _("Who may know what"), _NAME, parent, width=min(width, 880), roomy=True)
        self._client_id = client_id
        self.grid = AnswerGrid(page, named=not desk.privacy.initials_on)
        hint = _("Everybody who was asked, the child too if possible.")
        self.agreed_by = self.named(Field(_("Who agreed"), hint=hint), "agreed_by")
        self.agreed_on = self.day(_("On"), "agreed_on", optional=False)
        self.words = self.text(_("What was said about it"), "words")
        self.nobody = TextLabel(_("Add the people around the client on the Details tab first."), tone="2")
        self.lay_out((self.nobody, self.grid, (self.agreed_by, self.agreed_on), self.words), _("Record"))
        self.nobody.setVisible(not page.people)
        self.save.setEnabled(bool(page.people))
        self.agreed_on.show_day(self.today())
        names = (f"{_NAME}.{one}" for one in ("agreed_by", "agreed_on", "words"))
        self.keep(f"{_NAME}:{client_id}", *names, *(field.objectName() for field in self.grid.fields.values()))
        first = next(iter(self.grid.fields.values()), None)
        (first or self.cancel).setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """Who agreed when nobody is named, the day when it cannot be."""
        if isinstance(problem, problems.AgreedByIsMissing):
            return self.agreed_by
        return self.agreed_on if isinstance(problem, problems.DateIsImpossible) else None

    def details(self) -> MayKnowDetails:
        """What is chosen in the form."""
        cells = tuple(
            (person, what, KnowAnswer(str(field.value))) for (person, what), field in self.grid.fields.items()
        )
        day = self.agreed_on.day() or self.today()
        return MayKnowDetails(day, self.agreed_by.text(), cells, self.words.text())

    def act(self) -> Undo | None:
        """Record it; raises Problem."""
        self.desk.workspace.may_know.agree(self._client_id, self.details())
        return None
