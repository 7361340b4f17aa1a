"""A practice with one of everything that an act can be done to."""

from dataclasses import dataclass

from tests.services.answered import phq9
from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, Agreement, DraftClause, Topic
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.goals import Goal, GoalDetails
from vitalshift_desktop.domain.measures.administration import Administration, Rater
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.domain.reminders import Reminder, ReminderDetails
from vitalshift_desktop.domain.sessions import Session


@dataclass(frozen=True)
class Scene:
    """A client with one of everything, so that any act finds what it needs."""

    world: World
    client: Client
    past: Session
    today: Session
    ahead: Session
    draft: Note
    signed: Note
    goal: Goal
    agreement: Agreement
    reminder: Reminder
    form: Administration


def built_scene(world: World) -> Scene:
    w, client = world.workspace, world.client()
    world.rated(client, [8, 8, 8, 8, 8, 8, 2], last=-14)
    past, ahead = world.held(client, -7), world.planned(client, 7)
    goal = w.goals.add(client.id, GoalDetails("Take the bus alone"))
    w.goals.rate(goal.id, 4, session_id=past.id)
    w.measures.record_checkin(past.id, Rater.COUNSELOR, (7, 7, 7, 7))
    clause = DraftClause(Topic.CONTACT, "Messages are for appointments.")
    return Scene(
        world=world,
        client=client,
        past=past,
        today=world.planned(client, 0),
        ahead=ahead,
        draft=world.written(past),
        signed=world.signed(world.held(client, -90)),
        goal=goal,
        agreement=w.agreements.agree(client.id, (clause,), world.today, world.today, AgreedHow.ON_PAPER),
        reminder=w.reminders.add(ReminderDetails("Ask about the letter", world.today, client_id=client.id)),
        form=phq9(world, client, 1),
    )
