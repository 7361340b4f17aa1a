"""What each command of the menus does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.early_reviews import REVIEWED_SESSIONS
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.actions import Where
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.second_computer_print import SecondComputerPrint

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class Steering(QObject):
    """Connects every command to the window that carries it out."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._pages = window.pages
        self._wishes = desk.wishes
        self._second_computer = SecondComputerPrint(desk, window)
        slots = {**self._file(desk), **self._go(), **self._client(), **self._session(), **self._help()}
        for name, slot in slots.items():
            window.menus.actions[name].triggered.connect(slot)
        desk.wishes.lock.connect(window.lock_wanted)
        desk.wishes.settings.connect(self._open_settings)
        desk.wishes.consultations.connect(self._on_consultations)
        desk.wishes.instrument.connect(self._open_instrument)
        desk.wishes.client_measures.connect(self._open_measures)

    def _file(self, desk: Desk) -> dict[str, Callable[[], object]]:
        return {
            "print": self._on_print,
            "back_up": self._window.backup.run.start,
            "drill": self._on_drill,
            "vault": self._on_vault,
            "check_vault": self._on_check_vault,
            "audit_trail": self._on_audit_trail,
            "change_passphrase": self._on_change_passphrase,
            "test_sheet": self._on_test_sheet,
            "settings": self._on_settings,
            "lock": self._on_lock,
            "quit": self._on_quit,
            "initials": desk.privacy.toggle,
            "cover": self._window.covering.begin,
            "client_list": self._on_client_list,
        }

    def _go(self) -> dict[str, Callable[[], object]]:
        return {
            "go_to": self._window.switch.open,
            "find": self._window.searching.find,
            "home": self._on_home,
            "clients": self._on_clients,
            "reminders": self._on_reminders,
            "insights": self._on_insights,
            "fees": self._on_fees,
            "inbox": self._on_inbox,
            "drift": self._on_drift,
            "consultations": self._on_consultations,
            "back": self._window.go_back,
        }

    def _client(self) -> dict[str, Callable[[], object]]:
        return {
            "new_client": self._on_new_client,
            "edit_client": self._on_edit_client,
            "agree_fee": self._on_agree_fee,
            "safety_plan": self._on_safety_plan,
            "review_sheet": self._on_review_sheet,
            "new_reminder": self._on_new_reminder,
            "capture": self._wishes.capture.emit,
            "new_contact": self._on_new_contact,
            "boundary_event": self._on_boundary_event,
            "process_notes": self._on_process_notes,
            "previous_client": self._on_previous_client,
            "next_client": self._on_next_client,
            "previous_tab": self._on_previous_tab,
            "next_tab": self._on_next_tab,
        }

    def _session(self) -> dict[str, Callable[[], object]]:
        return {
            "new_note": self._on_new_note,
            "plan_session": self._on_plan_session,
            "standing": self._on_standing,
            "closure": partial(self._wishes.closure_form.emit, None),
            "sign": self._on_sign,
            "book_next": self._on_book_next,
            "save": self._pages.save_now,
            "process_note": self._on_process_note,
            "enter_measure": self._on_enter_measure,
            "checkin": self._on_checkin,
            "hand_over": self._window.handing_over.ask,
            "goals": self._on_goals,
            "agreements": self._on_agreements,
        }

    def _help(self) -> dict[str, Callable[[], object]]:
        return {
            "keys": self._on_keys,
            "second_computer": self._second_computer.print,
            "limits": self._window.help.show_limits,
            "handing_over": self._window.help.show_handing_over,
            "autostart": self._window.help.show_autostart,
            "range": self._window.help.show_range,
            "clauses": self._window.help.show_agreements,
            "notes_help": self._window.help.show_notes,
            "marks": self._window.help.show_marks,
            "studies": self._window.help.show_studies,
            "change": self._window.help.show_change,
            "commitments": self._window.help.show_commitments,
            "consents": self._window.help.show_consents,
            "about": self._window.help.show_about,
        }

    def _on_client_list(self) -> None:
        self._pages.clients.toggle_list()

    def _on_sign(self) -> None:
        self._pages.note.sign()

    def _on_lock(self) -> None:
        self._window.lock_wanted.emit()

    def _on_quit(self) -> None:
        self._window.leave()

    def _on_settings(self) -> None:
        self._window.go("settings")

    def _open_settings(self, section: str) -> None:
        self._window.go("settings")
        self._pages.settings.show_section(section)

    def _open_measures(self, client_id: ClientId) -> None:
        self._wishes.entry.emit(client_id, "details", 0, 0)

    def _open_instrument(self, instrument_id: str) -> None:
        try:
            self._pages.instrument.show_instrument(instrument_id)
        except Problem as problem:
            self._wishes.trouble.emit(problem)
            return
        self._window.go("instrument")

    def _on_audit_trail(self) -> None:
        self._window.open_vault("audit")

    def _on_check_vault(self) -> None:
        self._window.open_vault("check")

    def _on_drill(self) -> None:
        self._wishes.vault.emit("backups")
        self._wishes.drill.emit()

    def _on_vault(self) -> None:
        self._window.go("vault")

    def _on_change_passphrase(self) -> None:
        self._window.open_vault("ways_in")
        self._pages.ways_in.change_passphrase()

    def _on_test_sheet(self) -> None:
        self._window.open_vault("ways_in")
        self._pages.ways_in.test_sheet()

    def _on_home(self) -> None:
        if self._pages.key == "home":
            self._pages.home.next_segment()
        self._window.go("home")

    def _on_clients(self) -> None:
        self._window.go("clients")

    def _on_reminders(self) -> None:
        self._window.go("reminders")

    def _on_insights(self) -> None:
        self._window.go("insights")

    def _on_fees(self) -> None:
        self._window.go("fees")

    def _on_agree_fee(self) -> None:
        if self._window.client_at_hand is not None:
            self._wishes.agree_fee.emit(self._window.client_at_hand)

    def _on_inbox(self) -> None:
        self._window.go("inbox")

    def _on_drift(self) -> None:
        self._wishes.drift.emit(None)

    def _on_consultations(self) -> None:
        self._window.go("consultations")

    def _on_boundary_event(self) -> None:
        if self._window.client_at_hand is not None:
            self._wishes.boundary_event.emit(self._window.client_at_hand, None, None)

    def _on_new_contact(self) -> None:
        self._wishes.new_contact.emit(self._window.client_at_hand)

    def _on_process_notes(self) -> None:
        if self._window.client_at_hand is not None:
            self._wishes.process_notes.emit(self._window.client_at_hand)

    def _on_process_note(self) -> None:
        note = self._pages.note
        note.show_tab("note" if note.tab == "process" else "process")

    def _on_print(self) -> None:
        client_id = self._window.client_at_hand
        if self._pages.key == "summary":
            self._pages.summary.print_now()
        elif client_id is not None:
            self._window.client_pages.open_summary(client_id)

    def _on_new_client(self) -> None:
        self._wishes.new_client.emit()

    def _on_edit_client(self) -> None:
        if self._window.client_at_hand is not None:
            self._wishes.edit_client.emit(self._window.client_at_hand)

    def _on_safety_plan(self) -> None:
        if self._window.client_at_hand is not None:
            self._wishes.safety_plan.emit(self._window.client_at_hand)

    def _on_review_sheet(self) -> None:
        if self._window.client_at_hand is not None:
            self._wishes.review_sheet.emit(self._window.client_at_hand, REVIEWED_SESSIONS[0])

    def _on_new_reminder(self) -> None:
        self._wishes.new_reminder.emit(self._window.client_at_hand)

    def _on_new_note(self) -> None:
        self._wishes.unplanned_note.emit(self._window.client_at_hand)

    def _on_standing(self) -> None:
        self._wishes.standing_form.emit(self._window.client_at_hand, None, None)

    def _on_plan_session(self) -> None:
        self._wishes.plan_session.emit(self._window.client_at_hand)

    def _on_previous_client(self) -> None:
        self._pages.clients.step_client(-1)

    def _on_next_client(self) -> None:
        self._pages.clients.step_client(1)

    def _on_previous_tab(self) -> None:
        self._pages.clients.step_tab(-1)

    def _on_next_tab(self) -> None:
        self._pages.clients.step_tab(1)

    def _on_book_next(self) -> None:
        self._pages.note.foot.book_or_ask()

    def _on_enter_measure(self) -> None:
        session_id = self._pages.note.session_id if self._pages.key == "note" else None
        self._wishes.enter_measure.emit(self._window.client_at_hand, None, session_id)

    def _on_checkin(self) -> None:
        self._pages.note.focus_panel(1)

    def _on_goals(self) -> None:
        self._pages.note.focus_panel(3)

    def _on_agreements(self) -> None:
        self._pages.note.focus_panel(4)

    def _on_keys(self) -> None:
        place = self._window.place
        page = self._pages.clients.workspace.tab if place is Where.CLIENT else self._pages.key
        self._window.help.show_keys(place, page)
