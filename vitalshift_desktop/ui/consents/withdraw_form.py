"""A consent is taken back, and the scan of one is chosen later."""

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.consents import Consent
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing
from vitalshift_desktop.ui.consents.scan_files import ScanFiles
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dropped_files import files_in
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class WithdrawForm(EntryForm):
    """The day and the words; the consent itself stays in the record."""

    def __init__(self, desk: Desk, consent: Consent, parent: QWidget | None = None) -> None:
        title = _("Taken back: {what}").format(what=label(consent.details.kind))
        super().__init__(desk, title, "consent_withdraw", parent)
        self._consent = consent
        stays = TextLabel(_("It does not count from that day on. What was recorded stays in the record."), tone="2")
        self.on = self.day(_("Taken back on"), "on", optional=False)
        self.words = self.text(_("In which words"), "words", _("What was said, and by whom."))
        self.lay_out((stays, self.on, self.words), _("Record"))
        self.on.show_day(self.today())
        self.keep_fields(f"consent_withdraw:{consent.id}")
        self.words.setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The words when they are missing, the day when it cannot be."""
        if isinstance(problem, TextIsMissing):
            return self.words
        return self.on if isinstance(problem, DateIsImpossible) else None

    def act(self) -> Undo | None:
        """Record it; raises Problem."""
        on = self.on.day() or self.today()
        self.desk.workspace.consents.withdraw(self._consent.id, on, self.words.text())
        return None


class ScanForm(EntryForm):
    """One of the client's attachments as the scan of a consent on paper."""

    def __init__(self, desk: Desk, consent: Consent, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Scan of the signed page"), "consent_scan", parent)
        self._consent = consent
        found = desk.workspace.attachments.of_client(consent.client_id)
        hint = _("Choose one of the client’s documents, or a file, or drop a file here.")
        self.scan = ChoiceField(_("Document"), [(one.id, one.name) for one in found], hint=hint)
        self.scan.setObjectName("consent_scan.scan")
        if consent.scan_id is not None:
            self.scan.choose_text(str(consent.scan_id))
        self._files = ScanFiles(desk, self)
        self.file = LinkButton(_("Choose a file…"))
        self.file.setObjectName("consent_scan.file")
        self.lay_out((self.scan, self.file), _("Link"))
        self.save.setEnabled(bool(found))
        self.keep_fields(f"consent_scan:{consent.id}")
        self.file.clicked.connect(self._on_file)
        self._files.kept.connect(self._on_kept)
        self._files.failed.connect(self.show_problem)
        self.setAcceptDrops(True)
        (self.scan if found else self.file).setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._files.is_busy and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._files.take(self._consent.id, files_in(event.mimeData()))

    def _on_file(self) -> None:
        self._files.take(self._consent.id, self.desk.dialogs.choose_documents(self.window(), _("Which scan?")))

    def _on_kept(self) -> None:
        self.saved.emit()
        self.accept()

    def act(self) -> Undo | None:
        """Link it; raises Problem."""
        chosen = self.scan.value
        if chosen is not None and chosen != self._consent.scan_id:
            scan = AttachmentId(int(str(chosen)))
            self.desk.workspace.consents.link_scan(self._consent.id, scan)
        return None
