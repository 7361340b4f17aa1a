"""A day on which one word is typed into every field: `python -m tests.journeys.marked_day HOME SAMPLE WORD`.

Waits at the places where a test looks for the word in files: with everything open, locked, and typing again.
"""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from tests.journeys.computer import Computer
from tests.journeys.counselor import Counselor
from tests.journeys.elsewhere import say, wait_to_be_told
from tests.journeys.everywhere import type_everywhere
from tests.journeys.hands import await_button, await_part, choose, click, fill, find, pick, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.process import harden_process
from vitalshift_desktop.vault.keys.key_slots import KdfCost

PASSPHRASE = "seven green kettles sing"
ODALYS, CALIX = "Odalys P.", "Calix M."
PDF = "marked.pdf"


class MarkedDay:
    """The forms and pages in the order in which one meets them."""

    def __init__(self, home: Path, sample: Path, word: str) -> None:
        self._home = home
        self._sample = sample
        self._word = word
        self._counselor = Counselor(Computer(home, cost=KdfCost.floor()))
        self._fields = 0

    def run(self) -> None:
        """All of it; the last lines are typed until the process is killed."""
        self._set_up()
        self._open_sample()
        self._record()
        self._settle()
        self._practice()
        self._counselor.computer.answers.next_answer("Go on")  # no release to whoever was typed as the recipient
        self._counselor.summary.save(self._home / PDF)
        say("running", fields=self._fields)
        wait_to_be_told()
        self._counselor.lock()
        await_part("unlock.passphrase")
        say("locked")
        wait_to_be_told()
        self._type_until_killed()

    def _set_up(self) -> None:
        computer, door = self._counselor.computer, self._counselor.door
        computer.start()
        door.begin_setup()
        self._mark()
        door.go_on()
        door.choose_place(computer.places.documents / "My Practice.vshift")
        door.choose_passphrase(PASSPHRASE)
        groups = door.read_sheet()
        door.copy_sheet(groups)
        door.finish()
        say("created", groups=groups)
        self._counselor.clients.add(f"{self._word} Tveit", presenting=f"{self._word} in crowds")
        self._counselor.lock()

    def _open_sample(self) -> None:
        door = self._counselor.door
        door.try_passphrase(self._word)
        assert door.what_is_wrong() == "That did not match."
        click(await_part("unlock.recovery", QPushButton))
        self._mark()
        press("Return")
        click(await_part("recovery.back", QPushButton))
        click(await_part("unlock.other", QPushButton))
        door.open_records(self._sample)
        door.unlock(SAMPLE_PASSPHRASE)

    def _record(self) -> None:
        counselor = self._counselor
        press("Ctrl+K")
        self._mark()
        press("Escape")
        press("Ctrl+Shift+N")
        await_part("client_form")
        self._mark()
        click(await_part("client_form.save", QPushButton))
        counselor.clients.await_open(self._word)
        counselor.clients.go_to("goals")
        self._form(await_part("client.goals.add_first", QPushButton), "goal_form", "goal.save")
        self._form(await_part("goals.task.add", QPushButton), "task_form", "task.save")
        self._form(await_part("goals.levels", QPushButton), "level_words_form", "level_words.save")
        counselor.clients.go_to("agreements")
        self._form(await_part("client.agreements.agree_first", QPushButton), "agreement_form", "agreement.agree")
        self._made_agreement()
        self._form(await_part("client.agreements.new", QPushButton), "clause_form", "clause.save")
        self._form(await_part("client.agreements.looked", QPushButton), "together_form", "together.save")
        self._form(await_part("commitment.change", QPushButton), "commitment_form", "commitment_form.save")
        self._form(await_part("commitment.reach_out", QPushButton), "outreach_form", "outreach_form.save")
        click(await_part("commitment.break", QPushButton))
        await_part("break_form")
        self._mark()
        for name in ("first", "last"):
            fill(await_part(f"break_form.{name}"), "1 May 2026")
        click(await_part("break_form.save", QPushButton))
        until(lambda: find("break_form") is None, "the form to close")
        click(await_button("Notes"))
        self._note_on_an_agreement()
        self._form(await_part("agreement_notes.begin", QPushButton), "worksheet_form", "worksheet.save")
        self._form(await_part("agreement_notes.log", QPushButton), "consultation_form", "consultation.save")
        click(await_button("Consents"))
        self._form(await_part("consents.kinds.therapy.act", QPushButton), "consent_form", "consent_form.save")
        counselor.clients.go_to("sessions")
        click(await_button("Plan a session…"))
        await_part("session_form")
        self._mark()
        fill(await_part("plan.time"), "07:15")  # nobody else is there at that time
        click(await_part("plan.save", QPushButton))
        until(lambda: find("session_form") is None, "the form to close")
        click(await_part("sessions.agree_fee", QPushButton))
        await_part("fee_form")
        self._mark()
        fill(await_part("fee.amount"), "120")
        click(await_part("fee.save", QPushButton))
        until(lambda: find("fee_form") is None, "the form to close")
        press("Ctrl+Shift+R")
        await_part("reminder_form")
        self._mark()
        click(await_part("reminder.save", QPushButton))
        until(lambda: find("reminder_form") is None, "the form to close")
        self._write()

    def _write(self) -> None:
        note = self._counselor.note
        note.start_unplanned()
        self._mark()
        click(await_part("note.section.plan"))
        press("Ctrl+A")
        press("Ctrl+C")
        note.save()
        click(await_part("checkin.not_given", QPushButton))
        pick("Another reason…")
        await_part("not_given")
        self._mark()
        click(await_part("not_given.save", QPushButton))
        until(lambda: find("not_given") is None, "the form to close")
        note.sign()
        note.add_addendum(f"{self._word} was left out.", f"{self._word} remembered")
        QGuiApplication.clipboard().setText(self._word)

    def _settle(self) -> None:
        counselor = self._counselor
        counselor.clients.open(ODALYS)
        counselor.clients.go_to("alliance")
        self._form(await_part("alliance.talk", QPushButton), "talk_form", "talk.save")
        counselor.today.go()
        self._form(await_button("Review…"), "answer_review", "answer_review.save")
        self._form(await_button("Dismiss…"), "reason_form", "reason.save")
        counselor.clients.open(ODALYS)
        counselor.clients.go_to("details")
        self._form(await_part("details.measures.pause", QPushButton), "pause_form", "pause_form.save")
        press("Ctrl+2")
        if find("clients.filter") is None:
            press("Ctrl+B")
        click(await_part("clients.filter"))
        self._mark()
        press("Ctrl+3")
        await_part("reminders")

    def _practice(self) -> None:
        press("Ctrl+,")
        await_part("settings")
        self._mark()
        press("Tab")
        self._own_measure()
        self._counselor.clients.open(CALIX)
        press("Ctrl+P")
        self._counselor.summary.await_pages()
        self._mark()
        self._counselor.summary.await_pages()

    def _made_agreement(self) -> None:
        with self._counselor.computer.workspace.vault.read() as work:
            made = work.agreements.after(0, 1000)[-1]
        click(await_part(f"client.agreements.made.{made.id}", QPushButton))
        await_part("made_form")
        self._mark()
        click(await_part("made.write_down", QPushButton))
        click(await_part("made.close", QPushButton))
        until(lambda: find("made_form") is None, "the form to close")

    def _own_measure(self) -> None:
        press("Ctrl+,")
        for _tab in range(3):
            press("Right")
        click(await_part("settings.measures.new", QPushButton))
        await_part("custom_form")
        self._mark()
        for name in ("high", "turned", "cutoff", "change", "critical_item", "critical_at"):
            fill(await_part(f"custom_form.{name}"), "1")
        fill(await_part("custom_form.low"), "0")
        fill(await_part("custom_form.answers"), f"{self._word} no\n{self._word} yes")
        click(await_part("custom_form.save", QPushButton))
        until(lambda: find("custom_form") is None, "the form to close")

    def _type_until_killed(self) -> None:
        counselor = self._counselor
        counselor.door.unlock(SAMPLE_PASSPHRASE)
        counselor.clients.open(self._word)
        counselor.computer.clock.advance(hours=5)  # nobody is planned any more
        counselor.note.start_unplanned()
        counselor.note.write("data", self._word)
        counselor.note.save()
        say("typing")
        while True:
            type_text(f" {self._word}")

    def _note_on_an_agreement(self) -> None:
        click(await_part("agreement_notes.write", QPushButton))
        await_part("boundary_event_form")
        choices = await_part("boundary_event.clause")
        choose(choices, choices.findChildren(QComboBox)[0].itemText(1))
        self._mark()
        click(await_part("boundary_event.save", QPushButton))
        until(lambda: find("boundary_event_form") is None, "the form to close")

    def _form(self, opener: QWidget, form: str, save: str) -> None:
        click(opener)
        await_part(form)
        self._mark()
        click(await_part(save, QPushButton))
        until(lambda: find(form) is None, f"{form} to close")

    def _mark(self) -> None:
        self._fields += len(type_everywhere(self._word))


if __name__ == "__main__":
    harden_process()
    MarkedDay(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]).run()
