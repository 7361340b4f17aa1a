"""First step: can you read this, and who are you."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.practice import Paper, Practice
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _

SIZES = (100, 125, 150)


class PracticeStep(Step):
    """Text size, name, title, registration number, jurisdiction and paper; all of it can be changed later."""

    def __init__(self, settings: DeviceSettings) -> None:
        super().__init__(_("You and your practice"), _("This stands on the pages you print. You can change it later."))
        self._settings = settings
        self._build()
        self._sizes.chosen.connect(self._on_size)
        self.name.edited.connect(self._on_edited)
        self.practice_name.submitted.connect(self.entered)

    def _build(self) -> None:
        now = self._settings.text_size
        sizes = [(size, _("{n} %").format(n=size)) for size in sorted({*SIZES, now})]
        self._sizes = Segments(sizes, name=_("Text size"), chosen=now)
        self._sizes.setObjectName("setup.text_size")
        self.name = Field(_("Your name"))
        self.name.setObjectName("setup.name")
        self.title_field = Field(_("Title and credentials"), placeholder=_("such as MA, RP"))
        self.title_field.setObjectName("setup.title")
        self.registration = Field(_("Registration number"))
        self.registration.setObjectName("setup.registration")
        self.jurisdiction = ChoiceField(_("Where you practice"), [("", _("Somewhere else"))])
        self.jurisdiction.setObjectName("setup.jurisdiction")
        self.paper = ChoiceField(_("Paper"), [(Paper.LETTER, _("Letter")), (Paper.A4, _("A4"))])
        self.paper.setObjectName("setup.paper")
        self.practice_name = Field(_("Name of the practice"))
        self.practice_name.setObjectName("setup.practice_name")
        self.column.insertWidget(1, TextLabel(_("Can you read this comfortably?"), role="h3"))
        self.column.insertWidget(2, self._sizes)
        self.column.insertSpacing(3, 8)
        self.add_limited(self._fields())
        self.column.addStretch()

    def _fields(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        fields = (self.name, self.title_field, self.practice_name, self.registration, self.jurisdiction, self.paper)
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        return box

    def show_jurisdictions(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer the jurisdictions that the app knows; the first is chosen."""
        self.jurisdiction.show_choices(choices)

    def practice(self) -> Practice:
        """What was filled in."""
        return Practice(
            practice_name=self.practice_name.text().strip(),
            counselor_name=self.name.text().strip(),
            title=self.title_field.text().strip(),
            registration_number=self.registration.text().strip(),
            jurisdiction=str(self.jurisdiction.value or ""),
            paper=Paper(str(self.paper.value)),
        )

    def is_complete(self) -> bool:
        """A name is enough."""
        return bool(self.name.text().strip())

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        self.name.edit.setFocus()

    def _on_size(self, size: int) -> None:
        self._settings.set_text_size(size)
        theme().apply(theme().mode, size)

    def _on_edited(self, _text: str) -> None:
        self.changed.emit()
