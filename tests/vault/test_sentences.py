from collections.abc import Iterator

import pytest

from vitalshift_desktop.domain import problems
from vitalshift_desktop.domain.audit import BreakKind
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence

GROUPS = {problems.VaultProblem, problems.RecordProblem}


def kinds(of: type[Problem] = Problem) -> Iterator[type[Problem]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def sample(kind: type[Problem]) -> Problem:
    if kind is problems.TooManyTries:
        return problems.TooManyTries(12)
    if kind is problems.NoRoomToEncrypt:
        return problems.NoRoomToEncrypt(2 * 10**9, 10**8)
    if kind is problems.AttachmentTooLarge:
        return problems.AttachmentTooLarge(300 * 10**6, 50 * 10**6)
    return problems.AuditTrailBroken(7) if kind is problems.AuditTrailBroken else kind()


ALL = sorted(set(kinds()) - GROUPS, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: str(kind.__name__))
def test_each_problem_has_a_sentence_and_a_next_step(kind: type[Problem]) -> None:
    advice = sentence(sample(kind))
    for words in (advice.what, advice.next_step):
        assert words.endswith(".")
        assert words[0].isupper()
        assert "!" not in words
        assert "{" not in words


def test_no_two_problems_have_the_same_words() -> None:
    said = [sentence(sample(kind)) for kind in ALL]
    assert len(set(said)) == len(ALL)
    assert len({advice.what for advice in said}) == len(ALL)
    assert sentence(Problem()) not in said


def test_facts_stand_in_the_sentence() -> None:
    assert "12 seconds" in sentence(problems.TooManyTries(12)).next_step
    assert "1 second," in sentence(problems.TooManyTries(1)).next_step
    assert sentence(problems.RecoveryCodeTypo((3,))).next_step == "Check group 3."
    assert sentence(problems.RecoveryCodeTypo((3, 4))).next_step == "Check groups 3, 4."
    assert "eight groups" in sentence(problems.RecoveryCodeTypo()).next_step
    assert "4711" in sentence(problems.VaultInUse(4711, "here")).what
    assert "elsewhere" in sentence(problems.VaultInUse(4711, "elsewhere", other_computer=True)).what
    assert "Another program" in sentence(problems.VaultInUse()).what
    assert "Get my records back" in sentence(problems.HeaderDamaged(device_copy=True)).next_step
    assert "newest backup" in sentence(problems.HeaderMissing()).next_step


@pytest.mark.parametrize("kind", BreakKind)
def test_each_break_of_the_audit_trail_names_its_entry(kind: BreakKind) -> None:
    assert "12" in sentence(problems.AuditTrailBroken(12, kind)).what
