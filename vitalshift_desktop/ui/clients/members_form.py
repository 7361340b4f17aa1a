"""Whose file this is: one person's, a couple's or a family's, and who belongs to it."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.client_files import ClientKind
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import AlreadyAMember, NameIsMissing, Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class KindForm(EntryForm):
    """One person, a couple or a family."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Whose file this is"), "kind_form", parent)
        self._client = desk.workspace.clients.get(client_id)
        self._file = desk.workspace.files.get(client_id)
        hint = _("In the file of a couple or a family, each session asks who came.")
        choices = [(kind, label(kind)) for kind in ClientKind]
        self.kind = ChoiceField(_("This is the file of"), choices, chosen=self._file.kind, hint=hint)
        self.kind.setObjectName("kind_form.kind")
        self.lay_out((self.kind,), _("Save"))
        self.keep_fields(f"kind_form:{client_id}")
        self.kind.setFocus()

    def act(self) -> Undo | None:
        """Save the kind; raises Problem."""
        kind, files = self.kind.value, self.desk.workspace.files
        if not isinstance(kind, ClientKind) or kind is self._file.kind:
            return None
        client_id, details = self._client.id, self._client.details
        files.save(client_id, details, replace(self._file, kind=kind))
        return _("Details changed."), partial(files.save, client_id, details, self._file)


class MemberForm(EntryForm):
    """A member of a joint file: a client with a file of their own, or a name."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Add a member"), "member_form", parent)
        self._client_id = client_id
        names = [(line.client.id, desk.privacy.name(line.client)) for line in desk.workspace.clients.lines()]
        choices: list[tuple[object, str]] = [(None, _("No file of their own"))]
        choices += [(own, name) for own, name in names if own != client_id]
        self.own = ChoiceField(_("Their own file"), choices)
        self.own.setObjectName("member_form.own")
        self.own.picked.connect(self._on_own)
        self.name = self.named(Field(_("Name")), "name")
        self.lay_out((self.own, self.name), _("Add"))
        self.keep_fields(f"member_form:{client_id}")
        self.name.setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The name when it is missing, the file when it is in the list already."""
        if isinstance(problem, AlreadyAMember):
            return self.own
        return self.name if isinstance(problem, NameIsMissing) else None

    def act(self) -> Undo | None:
        """Add the member; raises Problem."""
        joint_files, own = self.desk.workspace.joint_files, self.own.value
        own_id = ClientId(own) if isinstance(own, int) else None
        member = joint_files.add_member(self._client_id, client_id=own_id, name=self.name.text())
        return _("Member added."), partial(joint_files.remove_member, member.id)

    def _on_own(self) -> None:
        self.name.setVisible(self.own.value is None)
