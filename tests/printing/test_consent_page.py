from dataclasses import replace
from datetime import date

from tests.printing.sample_pages import sheets
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consent_page import ClientPage, ConsentSheet, MayKnowSheet, Sheet
from vitalshift_desktop.domain.consents import ConsentDetails, ConsentKind, GivenBy, Giver
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.progress import Letterhead
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedPerson, RelatedPersonId, RelatedRole
from vitalshift_desktop.printing import typesetting
from vitalshift_desktop.printing.consent_page import document
from vitalshift_desktop.services.consent_templates import consent_template

DAY = date(2026, 3, 2)
HEAD = Letterhead("Ellery Counseling", "Rowan Ellery", "MA, LPC", "4821", ("12 Harbor Lane", "Larkmoor"))
PAGE = ClientPage("Þórður Nguyễn", "T-014", DAY, letterhead=HEAD, serial="26-0042")
THERAPY = ConsentDetails(ConsentKind.THERAPY, DAY, consent_template(ConsentKind.THERAPY).wording)


def words(sheet: Sheet) -> str:
    found = sheets(typesetting.pdf(document(sheet)).content)
    assert all(f"Serial 26-0042, page {no} of {len(found)}" in " ".join(one.split()) for no, one in enumerate(found, 1))
    return " ".join(" ".join(one.split()) for one in found)


def test_a_consent_for_signing_says_what_was_explained_and_has_a_line_for_everybody() -> None:
    parents = (Giver(GivenBy.GUARDIAN, "Олена Шевченко"), Giver(GivenBy.GUARDIAN, "Kim A."))
    found = words(ConsentSheet(PAGE, replace(THERAPY, until=date(2027, 3, 2)), parents, asks_assent=True))
    assert "Consent to therapy" in found
    assert "Nobody can promise this for one person." in found
    assert "It applies until 2 Mar 2027, unless you take it back before." in found
    assert "Олена Шевченко Guardian" in found
    assert "I was asked, and I agree" in found
    assert "Rowan Ellery, MA, LPC Registration no. 4821" in found
    assert found.count("Signature and date") == 4
    assert "Þórður Nguyễn, record T-014" in found


def test_a_release_for_signing_names_recipient_scope_and_purpose() -> None:
    release = replace(
        THERAPY, kind=ConsentKind.RELEASE, recipient="Dr. Ruiz", scope="Dates of sessions", purpose="Care of the sleep"
    )
    found = words(ConsentSheet(PAGE, release, (Giver(GivenBy.CLIENT),)))
    assert "What may be told, and to whom" in found
    for part in ("Dr. Ruiz", "Dates of sessions", "Care of the sleep", "It applies until you take it back."):
        assert part in found
    assert found.count("Signature and date") == 2


def test_who_may_know_what_stands_on_paper_with_the_day_and_who_agreed() -> None:
    kim = RelatedPerson(RelatedPersonId(1), ClientId(1), PersonDetails("Kim A.", RelatedRole.GUARDIAN))
    cells = ((kim.id, Knowledge.FEES, KnowAnswer.MAY_KNOW), (kim.id, Knowledge.SAID, KnowAnswer.NOT))
    found = words(MayKnowSheet(PAGE, MayKnowDetails(DAY, "Wren and Kim", cells, "Drawings stay here."), (kim,)))
    for part in (
        "Kim A., guardian",
        "May know: fees.",
        "Is not told: what is said in sessions.",
        "Drawings stay here.",
    ):
        assert part in found
    assert "Agreed on 2 Mar 2026 by Wren and Kim." in found
    assert "Signature" not in found
