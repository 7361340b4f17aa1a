"""The two privacy buttons at the end of the menu bar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.tag import Tag
from vitalshift_desktop.words import _


class PrivacyCorner(QWidget):
    """Initials only and Cover, one click away on every page."""

    cover_wanted = Signal()

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self.initials = Button(_("Initials only"), variant="menu", icon="eye-slash")
        self.initials.setObjectName("corner.initials")
        self.initials.setCheckable(True)
        self.cover = Button(_("Cover"), variant="menu", icon="monitor", shortcut_hint="F8")
        self.cover.setObjectName("corner.cover")
        self._sample = Tag(_("Sample"), tone="attn")
        self._sample.setToolTip(_("Nobody in the sample practice is real."))
        self._sample.hide()
        self._read_only = Tag(_("Read only"), tone="attn")
        self._read_only.setObjectName("corner.read_only")
        self._read_only.setToolTip(_("Nothing can be saved in these records now."))
        self._read_only.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._read_only)
        row.addWidget(self._sample)
        row.addWidget(self.initials)
        row.addWidget(self.cover)
        self.initials.clicked.connect(self._on_initials)
        self.cover.clicked.connect(self.cover_wanted)
        privacy.changed.connect(self._on_privacy)

    def show_sample(self, *, is_sample: bool) -> None:
        """Mark every page of the sample practice."""
        self._sample.setVisible(is_sample)

    def show_read_only(self, *, read_only: bool) -> None:
        """Mark every page of records in which nothing can be saved."""
        self._read_only.setVisible(read_only)

    def _on_initials(self) -> None:
        self._privacy.set_on(self.initials.isChecked())

    def _on_privacy(self) -> None:
        self.initials.setChecked(self._privacy.initials_on)
