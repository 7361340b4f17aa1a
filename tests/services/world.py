"""A practice to try things in: one workspace, its clock, and an ear on every change."""

from datetime import date, time, timedelta

from tests.support.clock import FakeClock
from vitalshift_desktop.domain.changes import Changed
from vitalshift_desktop.domain.clients import Client, ClientDetails
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.domain.sessions import Attendance, Modality, Session
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.workspace import Workspace

NOON = time(12, 0)


class World:
    """Everything a test of the services needs at hand."""

    def __init__(self, workspace: Workspace, clock: FakeClock) -> None:
        self.workspace = workspace
        self.clock = clock
        self.heard: list[Changed] = []
        workspace.events.subscribe(self._on_changed)

    def _on_changed(self, changed: Changed) -> None:
        self.heard.append(changed)

    @property
    def today(self) -> date:
        return today(self.clock)

    def rows(self) -> int:
        """How many entries the audit trail holds."""
        return self.workspace.audit.verify()

    def client(self, name: str = "Maren T.") -> Client:
        return self.workspace.clients.add(ClientDetails(preferred_name=name))

    def planned(self, client: Client, days: int = 0, at: time = NOON, minutes: int = 50) -> Session:
        day = self.today + timedelta(days=days)
        return self.workspace.sessions.plan(client.id, day, at, minutes, Modality.IN_PERSON)

    def held(self, client: Client, days: int = 0, at: time = time(9, 0)) -> Session:
        session = self.planned(client, days, at)
        return self.workspace.sessions.set_attendance(session.id, Attendance.ATTENDED)

    def rated(self, client: Client, scores: list[int], *, every: int = 7, last: int = -7) -> list[Session]:
        """Held sessions, the last one so many days from today, each with the client's check-in at one level."""
        sessions = []
        for place, score in enumerate(reversed(scores)):
            session = self.held(client, last - every * place)
            self.workspace.measures.record_checkin(session.id, Rater.CLIENT, (score,) * 4)
            sessions.append(session)
        return sessions[::-1]

    def written(self, session: Session, text: str = "Walked to the shop alone.", plan: str = "Twice more.") -> Note:
        note = self.workspace.notes.start(session.id)
        sections = (Section("data", text), Section("assessment", ""), Section("plan", plan))
        return self.workspace.notes.save_draft(note.id, sections, base_version=note.version)

    def signed(self, session: Session) -> Note:
        return self.workspace.notes.sign(self.written(session).id)
