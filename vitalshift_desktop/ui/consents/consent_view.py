"""One record of a consent to read: all that was written down, which does not change any more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.consents import Assent, Consent, ConsentKind, ConsentState
from vitalshift_desktop.ui.consent_words import given_facts, giver_names
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.entry_list import FactRow
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class ConsentView(RoomyDialog):
    """Facts on top, then the words, then the scan."""

    def __init__(self, desk: Desk, consent: Consent, state: ConsentState, parent: QWidget) -> None:
        super().__init__(label(consent.details.kind), width=640, height=620, parent=parent)
        self.setObjectName("consent_view")
        self._desk = desk
        self._consent = consent
        self.facts = TextLabel(f"{label(state)}. {given_facts(consent, state)}.", tone="2")
        self.content.addWidget(self.facts)
        for name, words in self._parts():
            if words:
                self.content.addWidget(FactRow(name, words, desk.privacy))
        self.scan = LinkButton(_("Look at the scan"), icon="file")
        self.scan.setObjectName("consent_view.scan")
        self.scan.setVisible(consent.scan_id is not None)
        self.scan.clicked.connect(self._on_scan)
        self.content.addWidget(self.scan, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_it = Button(_("Close"), variant="primary")
        self.close_it.setObjectName("consent_view.close")
        self.close_it.clicked.connect(self.accept)
        self.add_button(self.close_it, safe=True)
        self.fit_content()
        self.close_it.setFocus()

    def _parts(self) -> list[tuple[str, str]]:
        details, taken_back = self._consent.details, self._consent.withdrawal
        is_release = details.kind is ConsentKind.RELEASE
        assent = label(details.assent) if details.assent is not Assent.NOT_ASKED else ""
        return [
            (_("Who may be told"), details.recipient if is_release else ""),
            (_("What it covers"), details.scope),
            (_("What for"), details.purpose),
            (_("What was explained"), details.explained),
            (_("Given by"), giver_names(details.givers)),
            (_("What the client says"), "\n".join(part for part in (assent, details.assent_words) if part)),
            (_("What was said"), details.words),
            (_("Taken back"), f"{full_day(taken_back.on)}\n{taken_back.words}" if taken_back is not None else ""),
        ]

    def _on_scan(self) -> None:
        self.accept()
        self._desk.wishes.document.emit(self._consent.scan_id)
