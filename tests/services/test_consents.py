from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientId
from vitalshift_desktop.domain.consents import (
    ConsentDetails,
    ConsentId,
    ConsentKind,
    ConsentState,
    GivenBy,
    GivenHow,
    Giver,
)
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    ConsentsTogether,
    NotFound,
    NothingToKnow,
    StillInUse,
)
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedPerson, RelatedRole
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.services.consent_templates import consent_template
from vitalshift_desktop.services.consents import reviews_due


def therapy(world: World, **more: object) -> ConsentDetails:
    details = ConsentDetails(ConsentKind.THERAPY, world.today, consent_template(ConsentKind.THERAPY).wording)
    return replace(details, **more)  # type: ignore[arg-type]  # test data


def release(world: World, recipient: str = "Dr. Ruiz", **more: object) -> ConsentDetails:
    told = {"recipient": recipient, "scope": "Dates of sessions", "purpose": "Care", **more}
    return therapy(world, kind=ConsentKind.RELEASE, **told)


def child(world: World) -> Client:
    return world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", born=date(2014, 5, 1)))


def guardian(
    world: World, client: Client, name: str = "Kim A.", part: ConsentPart = ConsentPart.JOINTLY
) -> RelatedPerson:
    return world.workspace.related_people.add(client.id, PersonDetails(name, RelatedRole.GUARDIAN, consent=part))


def test_a_new_consent_takes_the_place_of_an_expired_one_and_both_stay(world: World) -> None:
    consents, client = world.workspace.consents, world.client()
    assert consents.page(client.id).lacks(ConsentKind.THERAPY)
    before = world.today - timedelta(400)
    old = consents.record(client.id, therapy(world, given_on=before, until=before + timedelta(365)))
    page = consents.page(client.id)
    assert (page.states[old.id], page.lacks(ConsentKind.THERAPY)) == (ConsentState.EXPIRED, True)
    new = consents.record(client.id, therapy(world, how=GivenHow.SPOKEN))
    page = consents.page(client.id)
    assert page.consents == (new, old)
    assert page.states == {old.id: ConsentState.REPLACED, new.id: ConsentState.IN_FORCE}
    assert not page.lacks(ConsentKind.THERAPY)
    assert consents.in_force(client.id) == (new,)
    assert world.heard[-1].subject is Subject.CONSENTS


def test_a_consent_is_taken_back_once_and_never_deleted(world: World) -> None:
    consents, client = world.workspace.consents, world.client()
    given = consents.record(client.id, therapy(world))
    consents.withdraw(given.id, world.today, "I want to stop")
    page = consents.page(client.id)
    assert page.states[given.id] is ConsentState.WITHDRAWN
    taken_back = page.consents[0].withdrawal
    assert taken_back is not None
    assert (taken_back.on, taken_back.words) == (world.today, "I want to stop")
    with pytest.raises(AlreadyRecorded):
        consents.withdraw(given.id, world.today, "Again")
    with pytest.raises(AlreadyRecorded):
        consents.record(client.id, therapy(world), corrects=given.id)
    with pytest.raises(NotFound):
        consents.withdraw(ConsentId(99), world.today, "Who")


def test_a_mistake_is_put_right_by_a_record_beside_it(world: World) -> None:
    consents, client, other = world.workspace.consents, world.client(), world.client("Noor B.")
    wrong = consents.record(client.id, therapy(world))
    earlier = therapy(world, given_on=world.today - timedelta(3))
    right = consents.record(client.id, earlier, corrects=wrong.id)
    page = consents.page(client.id)
    assert page.states == {wrong.id: ConsentState.CORRECTED, right.id: ConsentState.IN_FORCE}
    assert page.current[ConsentKind.THERAPY] == right
    with pytest.raises(AlreadyRecorded):
        consents.record(client.id, earlier, corrects=wrong.id)
    with pytest.raises(NotFound):
        consents.record(other.id, earlier, corrects=right.id)
    with pytest.raises(NotFound):
        consents.record(client.id, replace(earlier, kind=ConsentKind.FEES), corrects=right.id)


def test_parents_who_consent_together_are_both_needed(world: World) -> None:
    client = child(world)
    kim, ines = guardian(world, client), guardian(world, client, "Ines A.")
    page = world.workspace.consents.page(client.id)
    assert (page.is_minor, page.people) == (True, (kim, ines))
    one, both = Giver(GivenBy.GUARDIAN, "Kim A."), Giver(GivenBy.GUARDIAN, "Ines A.")
    with pytest.raises(ConsentsTogether):
        world.workspace.consents.record(client.id, therapy(world, givers=(one,)))
    given = world.workspace.consents.record(client.id, therapy(world, givers=(one, both)))
    assert given.details.givers == (one, both)


def test_the_scan_of_a_consent_stays_with_it_and_the_last_one_counts(world: World) -> None:
    w, client = world.workspace, world.client()
    first, second = (w.attachments.add(client.id, name, name.encode()) for name in ("one.txt", "two.txt"))
    given = w.consents.record(client.id, therapy(world), scan=first.id)
    assert w.consents.get(given.id).scan_id == first.id
    w.consents.link_scan(given.id, second.id)
    assert w.consents.get(given.id).scan_id == second.id
    with pytest.raises(StillInUse):
        w.attachments.remove(first.id)
    other = w.attachments.add(world.client("Noor B.").id, "other.txt", b"other")
    with pytest.raises(NotFound):
        w.consents.link_scan(given.id, other.id)
    with pytest.raises(NotFound):
        w.consents.record(client.id, therapy(world), scan=other.id)
    assert len(w.consents.page(client.id).consents) == 1


def test_a_release_is_found_by_its_recipient_while_it_holds(world: World) -> None:
    consents, client = world.workspace.consents, world.client()
    ruiz = consents.record(client.id, release(world))
    school = consents.record(client.id, release(world, "School", until=world.today))
    assert consents.release_to(client.id, "dr. ruiz") == ruiz
    assert consents.page(client.id).releases == (school, ruiz)
    assert consents.page(client.id).current == {}
    consents.withdraw(ruiz.id, world.today, "No more")
    assert consents.release_to(client.id, "Dr. Ruiz") is None
    assert consents.release_to(world.client("Noor B.").id, "School") is None
    newer = consents.record(client.id, release(world))
    assert consents.page(client.id).releases == (newer, school)


def test_what_ends_is_due_until_it_is_replaced_or_taken_back(world: World) -> None:
    consents, client, other = world.workspace.consents, world.client(), world.client("Noor B.")
    day = world.today
    ending = consents.record(client.id, therapy(world, until=day))
    to_ruiz = consents.record(other.id, release(world, until=day + timedelta(2)))
    consents.record(other.id, therapy(world, given_on=day - timedelta(9), until=day - timedelta(2)))
    consents.record(other.id, therapy(world))

    def due(on: date) -> tuple[ReviewDue, ...]:
        with world.workspace.vault.read() as work:
            return reviews_due(work, on)

    therapy_due = ReviewDue(ReviewKind.CONSENT, day, client.id, ending.id)
    assert due(day) == (therapy_due,)
    release_due = ReviewDue(ReviewKind.RELEASE, day + timedelta(2), other.id, to_ruiz.id, "Dr. Ruiz")
    assert set(due(day + timedelta(2))) == {therapy_due, release_due}
    consents.record(client.id, therapy(world))
    consents.withdraw(to_ruiz.id, day, "No more")
    assert due(day + timedelta(2)) == ()


def test_the_page_knows_the_interpreter_and_nobody_else_is_asked_for_a_consent(world: World) -> None:
    w, client = world.workspace, world.client()
    w.files.save(client.id, client.details, ClientFile(interpreter_language="Dari"))
    w.related_people.add(client.id, PersonDetails("Samir", RelatedRole.INTERPRETER))
    page = w.consents.page(client.id)
    assert (page.interpreter, page.people, page.is_minor) == ("Dari", (), False)
    with pytest.raises(NotFound):
        w.consents.page(ClientId(99))


def test_who_may_know_what_is_agreed_anew_and_kept(world: World) -> None:
    w, client = world.workspace, child(world)
    kim = guardian(world, client)
    fees = (kim.id, Knowledge.FEES, KnowAnswer.MAY_KNOW)
    said = (kim.id, Knowledge.SAID, KnowAnswer.NOT)
    first = w.may_know.agree(client.id, MayKnowDetails(world.today, "Wren and Kim", (fees,)))
    second = w.may_know.agree(client.id, MayKnowDetails(world.today, "Wren and Kim", (fees, said), "In the session"))
    page = w.may_know.page(client.id)
    assert (page.now, page.earlier, page.people, page.is_wanted) == (second, (first,), (kim,), True)
    assert w.may_know.about(client.id, "kim a.") == (kim, second)
    assert w.may_know.about(client.id, "") is None
    assert w.may_know.about(client.id, "Somebody") is None
    with pytest.raises(StillInUse):
        w.related_people.remove(kim.id)
    with pytest.raises(NothingToKnow):
        w.may_know.agree(world.client().id, MayKnowDetails(world.today, "Kim", (fees,)))


def test_who_may_know_is_not_asked_for_where_nobody_else_decides(world: World) -> None:
    client = world.client()
    assert not world.workspace.may_know.page(client.id).is_wanted
    assert world.workspace.may_know.page(child(world).id).is_wanted
