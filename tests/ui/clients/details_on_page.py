"""Ways to look at the Details tab and to use its forms."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from vitalshift_desktop.ui.clients.details_tab import DetailsTab
from vitalshift_desktop.ui.entry_form import EntryForm
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


def words(part: QWidget) -> list[str]:
    """What is written in a part, from the top."""
    labels = [one for one in part.findChildren(QWidget) if isinstance(one, RecordLabel | TextLabel)]
    return [one.words() if isinstance(one, RecordLabel) else one.text() for one in labels]


def form_in(tab: DetailsTab) -> EntryForm:
    """The form that is open."""
    (form,) = [form for form in tab.window().findChildren(EntryForm) if form.isVisible()]
    return form


def act(tab: DetailsTab, entry: str, action: str) -> None:
    """Choose something in the menu of an entry."""
    more = tab.findChild(QPushButton, f"details.{entry}.more")
    assert more is not None
    actions: list[QAction] = more.menu().actions()
    next(one for one in actions if one.text() == action).trigger()
