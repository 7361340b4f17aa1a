"""A list of rows as high as all of them, inside a page that scrolls."""

from collections.abc import Sequence

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.rows_list import RowsList
from vitalshift_desktop.ui.widgets.rows_model import Row

_ROW_HEIGHT = 52


class TallRows(RowsList):
    """Does not scroll by itself; hidden while it is empty."""

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=_ROW_HEIGHT)
        theme().changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, all of them."""
        super().show_rows(rows)
        self._fit()
        self.setVisible(bool(rows))

    def _fit(self) -> None:
        self.setFixedHeight(len(self.rows) * theme().scale(_ROW_HEIGHT))
