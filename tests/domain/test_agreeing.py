from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.agreed_snapshots import is_unaltered, sealed
from vitalshift_desktop.domain.agreeing import (
    DRAWING_HEIGHT,
    DRAWING_WIDTH,
    MOST_POINTS,
    AgreedHow,
    HowAgreed,
    Party,
    PartyKind,
    Stroke,
    demand_jointly,
    possible_parties,
)
from vitalshift_desktop.domain.agreements import (
    Agreement,
    AgreementId,
    ClauseId,
    ClauseState,
    ClauseVersion,
    Topic,
    WordsOf,
    agreement_fingerprint,
)
from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.problems import (
    AgreedByOneOfTwo,
    DrawingIsMissing,
    HiddenCharacters,
    NameIsMissing,
    NobodyAgreed,
    TextTooLong,
)
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole

DAY = date(2026, 3, 2)
STROKE: Stroke = ((0, 100), (40, 60), (90, 120))
MAREN = Party(PartyKind.CLIENT, "Maren T.")
CLAUSE = ClauseVersion(ClauseId(3), ClientId(7), Topic.FEES, 1, "90 a session.", ClauseState.IN_FORCE, DAY)
FIRST = Agreement(AgreementId(1), ClientId(7), DAY, AgreedHow.VERBAL, None, (CLAUSE,), "", (MAREN,), "Fine by me.")
SECOND = sealed(FIRST)


def guardian(name: str, consent: ConsentPart, role: RelatedRole = RelatedRole.GUARDIAN) -> PersonDetails:
    return PersonDetails(name, role, consent=consent)


def test_an_agreement_that_nobody_agreed_to_is_refused() -> None:
    with pytest.raises(NobodyAgreed):
        HowAgreed(AgreedHow.ON_PAPER, ()).checked()


def test_who_agreed_has_a_name_without_hidden_signs_and_of_a_length_that_fits() -> None:
    for name, problem in (
        (" ", NameIsMissing),
        ("Maren \u202e.T", HiddenCharacters),
        ("x" * (LONGEST_FIELD + 1), TextTooLong),
    ):
        with pytest.raises(problem):
            HowAgreed(AgreedHow.VERBAL, (Party(PartyKind.CLIENT, name),)).checked()
    assert HowAgreed(AgreedHow.VERBAL, (Party(PartyKind.CLIENT, " Maren T. "),)).checked().parties == (MAREN,)


def test_who_agrees_by_drawing_has_drawn_more_than_a_tap() -> None:
    drawn = replace(MAREN, strokes=(STROKE,))
    assert HowAgreed(AgreedHow.DRAWN, (drawn,)).checked().parties == (drawn,)
    for strokes in ((), (((5, 5),),), (((5, 5), (6, 6)),)):
        with pytest.raises(DrawingIsMissing):
            HowAgreed(AgreedHow.DRAWN, (drawn, Party(PartyKind.GUARDIAN, "Aino T.", strokes))).checked()
    with pytest.raises(TextTooLong):
        HowAgreed(AgreedHow.DRAWN, (replace(MAREN, strokes=(((1, 1),) * (MOST_POINTS + 1),)),)).checked()


def test_only_a_drawing_keeps_strokes_and_only_what_was_spoken_keeps_words() -> None:
    drawn = replace(MAREN, strokes=(STROKE,))
    assert HowAgreed(AgreedHow.ON_PAPER, (drawn,), "Yes").checked() == HowAgreed(AgreedHow.ON_PAPER, (MAREN,))
    assert HowAgreed(AgreedHow.VERBAL, (drawn,), " Yes ").checked() == HowAgreed(AgreedHow.VERBAL, (MAREN,), "Yes")
    with pytest.raises(TextTooLong):
        HowAgreed(AgreedHow.VERBAL, (MAREN,), "x" * (LONGEST_TEXT + 1)).checked()


@given(st.lists(st.tuples(st.integers(-9999, 9999), st.integers(-9999, 9999)), min_size=3, max_size=40))
def test_every_point_of_a_drawing_lies_inside_it(points: list[tuple[int, int]]) -> None:
    (kept,) = replace(MAREN, strokes=(tuple(points),)).checked().strokes
    assert all(0 <= x <= DRAWING_WIDTH and 0 <= y <= DRAWING_HEIGHT for x, y in kept)
    assert len(kept) == len(points)


def test_the_client_and_whoever_consents_for_them_on_that_day_can_agree() -> None:
    people = [
        guardian("Aino T.", ConsentPart.JOINTLY),
        guardian("Nobody", ConsentPart.NONE),
        replace(guardian("Earlier", ConsentPart.ALONE), until=date(2026, 3, 1)),
        guardian("Odd S.", ConsentPart.ALONE, RelatedRole.SUBSTITUTE),
        guardian("Partner", ConsentPart.ALONE, RelatedRole.PARTNER),
    ]
    assert possible_parties(["Maren T.", " "], people, DAY) == (
        MAREN,
        Party(PartyKind.GUARDIAN, "Aino T."),
        Party(PartyKind.SUBSTITUTE, "Odd S."),
    )


@pytest.mark.parametrize(
    ("agreed", "is_refused"),
    [
        (("Aino T.",), True),
        (("Maren T.", "Aino T."), True),
        (("Aino T.", "Eero T."), False),
        (("Aino T.", "Odd S."), False),
        (("Odd S.",), False),
        (("Maren T.",), False),
    ],
)
def test_who_consents_only_jointly_does_not_agree_without_another_one(
    agreed: tuple[str, ...], is_refused: bool
) -> None:
    people = [
        guardian("Aino T.", ConsentPart.JOINTLY),
        guardian("Eero T.", ConsentPart.JOINTLY),
        guardian("Odd S.", ConsentPart.ALONE, RelatedRole.SUBSTITUTE),
    ]
    parties = [one for one in possible_parties(["Maren T."], people, DAY) if one.name in agreed]
    assert len(parties) == len(agreed)
    if is_refused:
        with pytest.raises(AgreedByOneOfTwo):
            demand_jointly(parties, people, DAY)
    else:
        demand_jointly(parties, people, DAY)


def test_the_fingerprint_changes_with_everything_that_was_agreed() -> None:
    others = (
        replace(FIRST, client_id=ClientId(8)),
        replace(FIRST, agreed_on=date(2026, 3, 3)),
        replace(FIRST, review_on=date(2026, 5, 3)),
        replace(FIRST, how=AgreedHow.ON_PAPER),
        replace(FIRST, words="Fine."),
        replace(FIRST, serial="26-0001"),
        replace(FIRST, parties=()),
        replace(FIRST, parties=(replace(MAREN, name="Maren"),)),
        replace(FIRST, parties=(replace(MAREN, kind=PartyKind.SUBSTITUTE),)),
        replace(FIRST, parties=(replace(MAREN, strokes=(STROKE,)),)),
        replace(FIRST, clauses=(replace(CLAUSE, wording="95 a session."),)),
        replace(FIRST, clauses=(replace(CLAUSE, number=2),)),
        replace(FIRST, clauses=(replace(CLAUSE, clause_id=ClauseId(4)),)),
        replace(FIRST, clauses=(replace(CLAUSE, topic=Topic.GIFTS),)),
        replace(FIRST, clauses=(replace(CLAUSE, negotiated=True),)),
        replace(FIRST, clauses=(replace(CLAUSE, words_of=WordsOf.CLIENT),)),
        replace(FIRST, clauses=(replace(CLAUSE, reason="A new year"),)),
        replace(FIRST, clauses=(CLAUSE, CLAUSE)),
    )
    fingerprints = [sealed(one).fingerprint for one in (FIRST, *others)]
    assert len(set(fingerprints)) == len(fingerprints)
    assert all(one.startswith("2:") and len(one) == 66 for one in fingerprints)
    assert not any(is_unaltered(replace(one, fingerprint=SECOND.fingerprint)) for one in others)
    assert is_unaltered(SECOND)


def test_what_became_of_a_clause_since_leaves_the_snapshot_as_it_was() -> None:
    assert is_unaltered(replace(SECOND, clauses=(CLAUSE.replaced(date(2026, 4, 2)),)))


def test_an_agreement_of_an_earlier_version_keeps_its_fingerprint_and_can_hold_nothing_newer() -> None:
    old = replace(FIRST, parties=(), words="", fingerprint=agreement_fingerprint(DAY, (CLAUSE,)))
    assert is_unaltered(old)
    for put_in in (
        replace(old, parties=(MAREN,)),
        replace(old, words="Yes"),
        replace(old, serial="26-0001"),
        replace(old, how=AgreedHow.DRAWN),
        replace(old, agreed_on=date(2026, 3, 3)),
    ):
        assert not is_unaltered(put_in)
