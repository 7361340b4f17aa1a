"""A page of sessions on a chart, on which one session can be brought to the front from elsewhere."""

from vitalshift_desktop.services.alliance import EMPTY_VIEW, AllianceView
from vitalshift_desktop.ui.page import ClientPage


class SessionAtHand(ClientPage):
    """`_view` is what is shown; `_on_table_step` chooses a place of it on chart and table."""

    _view: AllianceView = EMPTY_VIEW

    def show_item(self, item: int, part: int = 0) -> None:
        """Choose the session with this number, such as that of a mark on the day's page."""
        self.look_again()
        places = (place for place, point in enumerate(self._view.course.points) if point.session_id == item)
        place = next(places, None)
        if place is not None:
            self._on_table_step(place)

    def _on_table_step(self, place: int) -> None:
        """Choose this place on chart and table, as its page does it."""
