"""The steps of the tour that look at clients: their tabs, insights, and what belongs to one client apart."""

from PySide6.QtWidgets import QPushButton

from tests.journeys.computer import Computer
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, choose, click, press
from tests.journeys.pictures import Pictures

MAREN = "Maren T."


class TourOfClients:
    """The steps in the order in which the tour takes them."""

    def __init__(self, computer: Computer, counselor: Counselor, pictures: Pictures) -> None:
        self._computer = computer
        self._counselor = counselor
        self._pictures = pictures

    def client(self) -> None:
        """The client's record has the session in it."""
        press("Ctrl+K")
        self._pictures.take("go-to")
        press("Escape")
        self._counselor.clients.open(MAREN)
        self._pictures.take("client", main=True)
        self._counselor.clients.go_to("sessions")
        self._pictures.take("sessions")
        self._counselor.clients.go_to("details")
        self._pictures.take("details", main=True)

    def answer(self) -> None:
        """An answer to a critical item is opened from the day's page; nothing puts it aside."""
        press("Ctrl+1")
        click(await_button("Review…"))
        await_part("answer_review")
        self._pictures.take("answer-to-review", main=True)
        press("Escape")
        await_button("Review…")

    def alliance(self) -> None:
        """The chart and its table show the new check-in."""
        table = self._counselor.clients.alliance_table()
        assert (table["day"][-1], table["client"][-1], table["you"][-1]) == ("12 Mar", "8.3", "7.5"), table
        self._pictures.take("alliance", main=True)
        for part, name in (
            ("alliance.how", "range-worked-out"),
            ("alliance.class", "class-a-mark"),
            ("alliance.add_entry", "chart-entry"),
        ):
            click(await_part(part))
            self._pictures.take(name, main=True)
            press("Escape")
        self._counselor.clients.go_to("outcomes")
        self._pictures.take("outcomes", main=True)

    def insights(self) -> None:
        """The first five sessions of everybody, and the review sheet of one."""
        press("Ctrl+4")
        await_part("insights.board")
        self._pictures.take("insights", main=True)
        self._counselor.clients.open("Idris K.")
        self._computer.window.menus.actions["review_sheet"].trigger()
        await_part("review_sheet.helps")
        self._pictures.take("review-sheet", main=True)

    def goals_and_agreements(self) -> None:
        """Goals and agreements of the client."""
        self._counselor.clients.open(MAREN)
        self._counselor.clients.go_to("goals")
        self._pictures.take("goals")
        workspace = self._computer.workspace
        goal = workspace.goals.of_client(workspace.clients.by_code("0147").id)[0].goal
        click(await_part(f"goals.head.{goal.id}"))
        self._pictures.take("goal-open", main=True)
        self._counselor.clients.go_to("agreements")
        self._pictures.take("agreements", main=True)
        click(await_part("client.agreements.new"))
        await_part("clause_form")
        self._pictures.take("new-clause")
        press("Escape")
        await_part("client.agreements.in_force").setFocus()
        press("Down")  # to the clause that was changed once
        click(await_part("client.agreements.compare"))
        await_part("compare_form")
        self._pictures.take("compare-versions")
        press("Escape")
        for part, name in (
            ("commitment.kept", "agreed-and-actual"),
            ("commitment.change", "rhythm-and-length"),
            ("commitment.reach_out", "reach-out"),
        ):
            click(await_part(part))
            self._pictures.take(name, main=True)
            press("Escape")
        self._agreeing()
        click(await_button("Consents"))
        self._pictures.take("consents", main=True)
        click(await_button("Notes"))
        self._pictures.take("notes-on-agreements", main=True)
        press("Ctrl+Shift+E")
        await_part("boundary_event_form")
        self._pictures.take("note-on-an-agreement", main=True)
        press("Escape")
        self._computer.window.menus.actions["drift"].trigger()
        await_part("drift.days")
        self._pictures.take("drift-watch", main=True)
        self._computer.window.menus.actions["consultations"].trigger()
        await_part("consultations.told")
        self._pictures.take("consultations", main=True)
        self._counselor.clients.open(MAREN)
        press("Ctrl+Shift+N")
        await_part("client_form")
        self._pictures.take("new-client")
        press("Escape")

    def _agreeing(self) -> None:
        """Agreeing by signing on the screen, and an agreement that was made."""
        click(await_part("client.agreements.agree"))
        await_part("agreement_form")
        choose(await_part("agreement.how"), "Drawn on the screen")
        self._pictures.take("agree", main=True)
        press("Escape")
        shown = (part for part in self._computer.window.findChildren(QPushButton) if part.isVisible())
        click(next(part for part in shown if part.objectName().startswith("client.agreements.made.")))
        await_part("made_form")
        self._pictures.take("agreement-made", main=True)
        press("Escape")

    def safety_and_return(self) -> None:
        """A safety plan, the form that ends the work, and a client who comes back."""
        self._counselor.clients.open("Calix M.")
        press("Ctrl+Shift+S")
        await_part("safety_plan.change")
        self._pictures.take("safety-plan", main=True)
        press("Alt+Left")
        self._computer.window.pages.clients.workspace.header.end_wanted.emit()
        await_part("end_form.save")
        self._pictures.take("end-the-work")
        press("Escape")

    def apart(self) -> None:
        """Contacts between sessions, a quick capture and its inbox, and all process notes of the client."""
        self._counselor.clients.open(MAREN)
        self._counselor.clients.go_to("contacts")
        self._pictures.take("contacts", main=True)
        press("Ctrl+Shift+M")
        await_part("capture.text")
        self._pictures.take("capture", main=True)
        press("Escape")
        self._computer.window.menus.actions["process_notes"].trigger()
        await_part("process_notes.search")
        self._pictures.take("process-notes", main=True)
        click(await_part("nav.inbox"))
        await_part("inbox.list")
        self._pictures.take("inbox", main=True)
