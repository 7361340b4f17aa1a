"""The settings: practice, closed times, writing, measures, reminders, privacy and lock, appearance, keyboard."""

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.settings.appearance_section import AppearanceSection
from vitalshift_desktop.ui.settings.closures_section import ClosuresSection
from vitalshift_desktop.ui.settings.keyboard_section import KeyboardSection
from vitalshift_desktop.ui.settings.measures_section import MeasuresSection
from vitalshift_desktop.ui.settings.notes_section import NotesSection
from vitalshift_desktop.ui.settings.practice_section import PracticeSection
from vitalshift_desktop.ui.settings.privacy_section import PrivacySection
from vitalshift_desktop.ui.settings.reminders_section import RemindersSection
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.settings.terms_section import TermsSection
from vitalshift_desktop.ui.settings.writing_section import WritingSection
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.ui.widgets.tab_row import TabRow
from vitalshift_desktop.words import _

WIDEST = 620


class SettingsPage(Page):
    """One section at a time; what is changed is kept at once."""

    concerns = frozenset(
        {Subject.BOUNDARY_EVENTS, Subject.CLOSURES, Subject.MEASURES, Subject.PRACTICE, Subject.WRITING}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings")
        self._sections: dict[str, Section] = {
            "practice": PracticeSection(desk),
            "closures": ClosuresSection(desk),
            "writing": WritingSection(desk),
            "notes": NotesSection(desk),
            "measures": MeasuresSection(desk),
            "terms": TermsSection(desk),
            "reminders": RemindersSection(desk),
            "privacy": PrivacySection(desk),
            "appearance": AppearanceSection(desk.settings),
            "keyboard": KeyboardSection(),
        }
        self.tabs = TabRow(_tabs(), name=_("Settings"))
        self.tabs.setObjectName("settings.tabs")
        self._flow = FlowColumn()
        self._flow.add(TextLabel(_("Settings"), role="h1"))
        self._flow.add(self.tabs, gap=12)
        self._flow.column.addSpacing(20)
        for section in self._sections.values():
            self._flow.add_layout(held(section))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self.tabs.picked.connect(self.show_section)
        theme().changed.connect(self._on_theme)
        self._fit()
        self.show_section("practice")

    def show_section(self, key: str) -> None:
        """Show one section."""
        self.save_now()
        self.tabs.show_tab(key)
        for name, section in self._sections.items():
            section.setVisible(name == key)
        self._flow.verticalScrollBar().setValue(0)

    def look_again(self) -> None:
        """Show the settings as they are kept."""
        for section in self._sections.values():
            section.look_again()

    def save_now(self) -> None:
        """Keep what was typed last."""
        for section in self._sections.values():
            section.save_now()

    def focus_first(self) -> None:
        """Go to the row of sections."""
        self.tabs.setFocus()

    def section(self, key: str) -> Section:
        """One section, for tests and help."""
        return self._sections[key]

    def _on_theme(self) -> None:
        self._fit()
        self._sections["appearance"].look_again()

    def _fit(self) -> None:
        for section in self._sections.values():
            section.setMaximumWidth(theme().scale(WIDEST))
            section.fit()


def _tabs() -> list[tuple[str, str]]:
    return [
        ("practice", _("Practice")),
        ("writing", _("Writing")),
        ("notes", _("Notes")),
        ("measures", _("Measures")),
        ("terms", _("Terms")),
        ("closures", _("Practice closed")),
        ("reminders", _("Reminders")),
        ("privacy", _("Privacy and lock")),
        ("appearance", _("Appearance")),
        ("keyboard", _("Keyboard")),
    ]
