"""What the counselor can do with snippets."""

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.snippets import Snippet, SnippetId
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = SnippetId(0)


class Snippets:
    """The practice's own short pieces."""

    def __init__(self, vault: Vault, events: Events) -> None:
        self._vault = vault
        self._events = events

    def all(self) -> tuple[Snippet, ...]:
        """Every snippet, by its trigger."""
        with self._vault.read() as work:
            return work.writing.snippets()

    def get(self, snippet_id: SnippetId) -> Snippet:
        """One snippet; raises NotFound."""
        found = next((one for one in self.all() if one.id == snippet_id), None)
        if found is None:
            raise NotFound
        return found

    def add(self, trigger: str, text: str, *, by: object = None) -> Snippet:
        """A new snippet; raises TriggerUnusable, TriggerIsTaken, TextIsMissing or TextTooLong."""
        with self._vault.write() as work:
            tidy = Snippet(_NOT_YET, trigger, text).checked(work.writing.snippets())
            snippet = work.writing.add_snippet(tidy)
            work.audit.append(AuditAct.SNIPPET_ADDED, f"snippet:{snippet.id}")
        self._events.publish(Changed(Subject.WRITING, by=by))
        return snippet

    def change(self, snippet: Snippet, *, by: object = None) -> Snippet:
        """Another trigger or text; raises what `add` raises, and NotFound."""
        with self._vault.write() as work:
            tidy = snippet.checked(work.writing.snippets())
            work.writing.save_snippet(tidy)
            work.audit.append(AuditAct.SNIPPET_CHANGED, f"snippet:{snippet.id}")
        self._events.publish(Changed(Subject.WRITING, by=by))
        return tidy

    def remove(self, snippet_id: SnippetId, *, by: object = None) -> None:
        """Take a snippet out; what was written with it stays. Raises NotFound."""
        with self._vault.write() as work:
            work.writing.remove_snippet(snippet_id)
            work.audit.append(AuditAct.SNIPPET_REMOVED, f"snippet:{snippet_id}")
        self._events.publish(Changed(Subject.WRITING, by=by))
