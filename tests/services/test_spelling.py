import os
import sys
from pathlib import Path

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.problems import NotFound, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.related_people import PersonDetails
from vitalshift_desktop.domain.spelling import SpellingChoice, words_in
from vitalshift_desktop.services import dictionaries
from vitalshift_desktop.services.speller import Speller
from vitalshift_desktop.services.spelling import SpellingState


def speller(world: World) -> Speller:
    made = world.workspace.spelling.speller()
    assert made is not None
    return made


def test_the_word_list_knows_its_language(world: World) -> None:
    world.workspace.spelling.choose(SpellingChoice(language="en_CA"))
    canadian = speller(world)
    assert canadian.is_right("colour")
    world.workspace.spelling.choose(SpellingChoice(language="en_US"))
    american = speller(world)
    assert not american.is_right("colour")
    assert american.is_right("don’t")
    assert american.is_right("naïve")
    assert not american.is_right("recieve")
    assert "receive" in american.suggestions("recieve")
    assert "didn’t" in american.suggestions("dindn’t")


def test_names_of_clients_and_own_words_are_right(world: World) -> None:
    world.workspace.clients.add(ClientDetails(preferred_name="Wrenna Quillfeather"))
    world.workspace.spelling.add_word("psychoed")
    made = speller(world)
    assert made.is_right("Quillfeather")
    assert made.is_right("Quillfeather’s")
    assert made.is_right("Psychoed")
    made.forget("psychoed")
    assert not made.is_right("Psychoed")
    made.learn(["psychoed"])
    assert made.is_right("psychoed")


def test_people_around_a_client_medicines_and_measures_are_right_words(world: World) -> None:
    client = world.client()
    made = speller(world)
    assert not made.is_right("Quillfeather")
    world.workspace.related_people.add(client.id, PersonDetails("Ingrid Quillfeather"))
    world.workspace.medicines.add(client.id, MedicineDetails("Zolvatine", world.today))
    made = speller(world)
    assert made.is_right("Quillfeather")
    assert made.is_right("Zolvatine")
    assert made.is_right("Rosenberg")
    assert [word.text for word in words_in("PHQ-9 and GAD-7, the PHQ too")] == ["and", "the", "too"]
    assert {"Quillfeather", "Zolvatine"} <= set(world.workspace.spelling.names_of(client.id))


def test_own_words_lie_in_the_vault_and_leave_an_entry_without_their_text(world: World) -> None:
    spelling = world.workspace.spelling
    world.heard.clear()
    assert spelling.add_word(" cafe\u0301 ") == "café"
    spelling.add_word("café")
    assert spelling.own_words() == ("café",)
    spelling.remove_word("café")
    assert spelling.own_words() == ()
    assert [change.subject for change in world.heard] == [Subject.WRITING] * 3
    entries = world.workspace.audit.rows(limit=3)
    assert [entry.act for entry in entries] == [AuditAct.OWN_WORD_REMOVED, *[AuditAct.OWN_WORD_ADDED] * 2]
    assert "café" not in str(entries)
    with pytest.raises(NotFound):
        spelling.remove_word("café")
    with pytest.raises(TextIsMissing):
        spelling.add_word("  ")
    with pytest.raises(TextTooLong):
        spelling.add_word("x" * 61)


def test_off_is_off(world: World) -> None:
    world.workspace.spelling.choose(SpellingChoice(is_on=False))
    assert world.workspace.spelling.speller() is None
    assert world.workspace.spelling.view().state is SpellingState.OFF


def test_without_a_word_list_or_the_library_it_is_off_and_says_why(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelling = world.workspace.spelling
    assert spelling.view().state is SpellingState.ON
    monkeypatch.setattr("vitalshift_desktop.services.spelling.languages", tuple)
    assert spelling.view().state is SpellingState.NO_WORD_LIST
    assert spelling.speller() is None
    monkeypatch.setattr("vitalshift_desktop.services.spelling.library_is_there", lambda: False)
    assert spelling.view().state is SpellingState.NO_LIBRARY


def test_enchant_keeps_nothing_anywhere(world: World, home: Path) -> None:
    """Enchant makes lists beside the user's settings; ours has a place where no folder can be."""
    before = sorted(home.rglob("*"))
    assert dictionaries.word_list("en_US") is not None
    assert speller(world).is_right("therapy")
    assert sorted(home.rglob("*")) == before
    assert os.environ["ENCHANT_CONFIG_DIR"] == sys.executable
    assert dictionaries.word_list("xx_YY") is None
