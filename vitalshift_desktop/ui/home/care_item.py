"""One thing about the vault that needs care: what it is, since when, and the one next act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.vault_care import Care
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.ui.care_words import care_action, care_mark, care_sentence, care_title
from vitalshift_desktop.ui.home.flag_item import LINK_INSET
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left


class CareItem(QWidget):
    """Cannot be put aside: it goes when it is done."""

    followed = Signal(object)

    def __init__(self, care: Care, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.care = care
        self.setObjectName(f"today.care.{care.kind.value}")
        self.words = TextLabel(care_sentence(care, clock), tone="2", size="m")
        self.words.setObjectName("today.care.words")
        self.setAccessibleName(f"{care_title(care)}. {self.words.text()}")
        self.follow = LinkButton(care_action(care))
        self.follow.setObjectName("today.care.follow")
        self.follow.setAccessibleName(f"{care_action(care)}, {care_title(care)}")
        self.follow.clicked.connect(self._on_follow)
        self._build()

    def _build(self) -> None:
        told = QVBoxLayout()
        told.setContentsMargins(LINK_INSET, 0, 0, 0)
        told.setSpacing(0)
        told.addWidget(TextLabel(care_title(self.care), role="name", size="m"))
        told.addWidget(self.words)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(told)
        words.addLayout(left(self.follow))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 6)
        whole.setSpacing(1)
        icon, tone = care_mark(self.care)
        whole.addWidget(IconLabel(icon, tone, 18, line=20), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)

    def _on_follow(self) -> None:
        self.followed.emit(self.care)
