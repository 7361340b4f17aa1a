"""Two parts of a client's file to fill in: how to reach somebody safely, and what they need."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import ClientDetails, ClientId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class FileForm(EntryForm):
    """Saves the client's details and the rest of the file together; what it does not show stays as it was."""

    def __init__(self, desk: Desk, client_id: ClientId, title: str, name: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, name, parent)
        self.client_id = client_id
        self.details = desk.workspace.clients.get(client_id).details
        self.file = desk.workspace.files.get(client_id)

    def written(self) -> tuple[ClientDetails, ClientFile]:
        """Both as they are written now."""
        return self.details, self.file

    def act(self) -> Undo | None:
        """Save both; raises Problem."""
        files = self.desk.workspace.files
        details, file = self.written()
        if (details, file) == (self.details, self.file):
            return None
        files.save(self.client_id, details, file)
        return _("Details changed."), partial(files.save, self.client_id, self.details, self.file)


class ContactForm(FileForm):
    """Phone, email, address, and what to be careful with."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        super().__init__(desk, client_id, _("How to reach them"), "contact_form", parent)
        self.phone = self.named(Field(_("Phone")), "phone")
        self.email = self.named(Field(_("Email")), "email")
        self.address = self.text(_("Address"), "address")
        self.no_voicemail = self._check(_("No voicemail"), "no_voicemail")
        self.no_letters = self._check(_("No letters"), "no_letters")
        self.no_messages = self._check(_("No messages or email"), "no_messages")
        hint = _("What to say when somebody else picks up. Shown before you call, print or write.")
        self.cover_name = self.named(Field(_("Cover name"), hint=hint), "cover_name")
        careful = TextLabel(_("To be careful with"), role="name", size="m")
        careful.setProperty("weight", "600")
        checks = (self.no_voicemail, self.no_letters, self.no_messages)
        self.lay_out(((self.phone, self.email), self.address, careful, *checks, self.cover_name), _("Save"))
        self._show()
        self.keep_fields(f"contact_form:{client_id}")
        self.phone.setFocus()

    def written(self) -> tuple[ClientDetails, ClientFile]:
        """Both as they are written now."""
        details = replace(self.details, phone=self.phone.text(), email=self.email.text())
        file = replace(
            self.file,
            address=self.address.text().strip(),
            no_voicemail=self.no_voicemail.isChecked(),
            no_letters=self.no_letters.isChecked(),
            no_messages=self.no_messages.isChecked(),
            cover_name=self.cover_name.text(),
        )
        return details, file

    def _check(self, words: str, name: str) -> CheckBox:
        box = CheckBox(words)
        box.setObjectName(f"contact_form.{name}")
        return box

    def _show(self) -> None:
        self.phone.show_text(self.details.phone)
        self.email.show_text(self.details.email)
        self.address.show_text(self.file.address)
        self.no_voicemail.setChecked(self.file.no_voicemail)
        self.no_letters.setChecked(self.file.no_letters)
        self.no_messages.setChecked(self.file.no_messages)
        self.cover_name.show_text(self.file.cover_name)


class NeedsForm(FileForm):
    """What brings somebody, the languages they speak, and what makes it possible for them to come."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        super().__init__(desk, client_id, _("What they need"), "needs_form", parent)
        self.presenting = self.text(_("What brings them"), "presenting")
        self.languages = self.named(Field(_("Languages")), "languages")
        hint = _("The language. Empty when none is needed.")
        self.interpreter = self.named(Field(_("Interpreter needed for"), hint=hint), "interpreter")
        hint = _("Such as a ground floor, large print, breaks, a quiet room.")
        self.access = self.text(_("Access needs"), "access", hint)
        self.lay_out((self.presenting, (self.languages, self.interpreter), self.access), _("Save"))
        self.presenting.show_text(self.details.presenting)
        self.languages.show_text(self.file.languages)
        self.interpreter.show_text(self.file.interpreter_language)
        self.access.show_text(self.file.access_needs)
        self.keep_fields(f"needs_form:{client_id}")
        self.presenting.setFocus()

    def written(self) -> tuple[ClientDetails, ClientFile]:
        """Both as they are written now."""
        file = replace(
            self.file,
            languages=self.languages.text(),
            interpreter_language=self.interpreter.text(),
            access_needs=self.access.text().strip(),
        )
        return replace(self.details, presenting=self.presenting.text()), file
