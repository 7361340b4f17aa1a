"""The page about the vault itself, one tab for each way of looking after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.ui.widgets.tab_row import TabRow
from vitalshift_desktop.words import _

WIDEST = 760


@dataclass(frozen=True)
class VaultTab:
    """One tab of the vault page: its key, its name on screen and its page."""

    key: str
    label: str
    page: Page


class VaultPage(Page):
    """One tab at a time."""

    concerns = frozenset(Subject)

    def __init__(self, tabs: Sequence[VaultTab]) -> None:
        super().__init__()
        self.setObjectName("vault")
        self._pages = {tab.key: tab.page for tab in tabs}
        self.tabs = TabRow([(tab.key, tab.label) for tab in tabs], name=_("Vault"))
        self.tabs.setObjectName("vault.tabs")
        self._flow = FlowColumn()
        self._flow.add(TextLabel(_("Vault"), role="h1"))
        self._flow.add(self.tabs, gap=12)
        self._flow.column.addSpacing(20)
        for page in self._pages.values():
            self._flow.add_layout(held(page))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self.tabs.picked.connect(self.show_tab)
        theme().changed.connect(self._fit)
        self._fit()
        self.show_tab(tabs[0].key)

    def show_tab(self, key: str) -> None:
        """Show one tab."""
        self.save_now()
        self.tabs.show_tab(key)
        for name, page in self._pages.items():
            page.setVisible(name == key)
        self._flow.verticalScrollBar().setValue(0)

    def tab(self, key: str) -> Page:
        """The page of one tab."""
        return self._pages[key]

    def hear(self, change: Changed) -> None:
        """Tell every tab."""
        for page in self._pages.values():
            page.hear(change)

    def save_now(self) -> None:
        """Keep what was typed last."""
        for page in self._pages.values():
            page.save_now()

    def focus_first(self) -> None:
        """Go to the row of tabs."""
        self.tabs.setFocus()

    def _fit(self) -> None:
        for page in self._pages.values():
            page.setMaximumWidth(theme().scale(WIDEST))
