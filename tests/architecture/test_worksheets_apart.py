"""Notes on agreements, worksheets and consultations are printed nowhere, put to no client and sent to no calendar."""

from tests.architecture.source_tree import place, python_files, tree
from tests.architecture.test_thinking_apart import names_in

SHELVES = {"boundary_events", "worksheets", "consultations"}
READERS = {
    "vitalshift_desktop/domain/changes.py",
    "vitalshift_desktop/services/boundary_events.py",
    "vitalshift_desktop/services/chart_entries.py",  # hollow squares in the alliance lane, never on paper
    "vitalshift_desktop/services/consultations.py",
    "vitalshift_desktop/services/contact_rules.py",
    "vitalshift_desktop/services/review_list.py",
    "vitalshift_desktop/services/sample_apart.py",
    "vitalshift_desktop/services/sample_notes.py",
    "vitalshift_desktop/services/timeline_agreements.py",
    "vitalshift_desktop/services/workspace.py",
    "vitalshift_desktop/services/worksheets.py",
    "vitalshift_desktop/ui/actions.py",
    "vitalshift_desktop/ui/boundary_events/",
    "vitalshift_desktop/ui/boundary_forms.py",
    "vitalshift_desktop/ui/boundary_places.py",
    "vitalshift_desktop/ui/help_pages.py",
    "vitalshift_desktop/ui/insights/insights_page.py",
    "vitalshift_desktop/ui/page_stack.py",
    "vitalshift_desktop/ui/steering.py",
    "vitalshift_desktop/ui/wishes.py",
    "vitalshift_desktop/vault/",
}


def test_only_its_own_pages_the_timeline_the_search_and_the_check_read_them() -> None:
    reading = {place(path) for path in python_files("vitalshift_desktop") if SHELVES & names_in(tree(path))}
    assert {one for one in reading if not one.startswith(tuple(READERS))} == set()
    assert "vitalshift_desktop/services/timeline_agreements.py" in reading
