"""What is said about an answer to a critical item. The text is fixed and can nowhere be changed to a weaker one."""

from vitalshift_desktop.domain.answers import AnswerFacts
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.ui.dates_in_words import full_day, short_day
from vitalshift_desktop.vocabulary.caution_words import caution
from vitalshift_desktop.words import _


def prompt_words(facts: AnswerFacts) -> str:
    """One short line for the same answer as a reviewed one before, else the whole text."""
    again = same_again(facts)
    return _("{item}: {again}.").format(item=item_words(facts), again=again) if again else answer_text(facts)


def answer_text(facts: AnswerFacts) -> str:
    """The whole text of the prompt, but for its title "Answer to review"."""
    return f"{answer_told(facts)} {caution(is_blank=facts.answer is None)} {earlier_answer(facts)}"


def answer_told(facts: AnswerFacts) -> str:
    """Such as "PHQ-9 item 9 (thoughts of …) was answered 1 - Several days on 4 March 2026."."""
    item, day = item_words(facts), full_day(facts.given_on)
    if facts.answer is None:
        words = _("{item} was not answered on {day}.")
        by_guardian = _("{item} was not answered by the guardian on {day}.")
    else:
        words = _("{item} was answered {answer} on {day}.")
        by_guardian = _("{item} was answered {answer} by the guardian on {day}.")
    told = by_guardian if facts.rater is Rater.GUARDIAN else words
    return told.format(item=item, answer=answer_words(facts), day=day)


def earlier_answer(facts: AnswerFacts) -> str:
    """The answer before, by the same rater."""
    if facts.previous_answer is None:
        return _("There is no earlier answer.")
    return _("Most recent earlier answer: {n}.").format(n=facts.previous_answer)


def not_between_sessions() -> str:
    """What the app does not do, said wherever an answer is reviewed."""
    return _("VitalShift shows answers when they are entered. It does not monitor anybody between sessions.")


def same_again(facts: AnswerFacts) -> str:
    """Such as "1 again; last reviewed 5 Mar", for the same answer as the reviewed one before; "" for any other."""
    if facts.same_reviewed_on is None:
        return ""
    day = short_day(facts.same_reviewed_on)
    if facts.answer is None:
        return _("not answered again; last reviewed {day}").format(day=day)
    return _("{n} again; last reviewed {day}").format(n=facts.answer, day=day)


def item_words(facts: AnswerFacts) -> str:
    """Such as "PHQ-9 item 9 (thoughts of being better off dead or of hurting oneself)"."""
    item = _("{form} item {n}").format(form=facts.instrument_name, n=facts.item_number)
    return _("{item} ({topic})").format(item=item, topic=facts.topic) if facts.topic else item


def answer_words(facts: AnswerFacts) -> str:
    """Such as "1 - Several days"; the number alone where the words may not be shown, "not answered" for a blank."""
    if facts.answer is None:
        return _("not answered")
    if not facts.answer_words:
        return str(facts.answer)
    return _("{n} - {words}").format(n=facts.answer, words=facts.answer_words)
