"""What is to be seen of a course: the parts that can be shown, and the chart's facts with only those that are."""

from collections.abc import Collection
from dataclasses import replace

from vitalshift_desktop.domain.alliance import OF_CLIENT, Series
from vitalshift_desktop.services.alliance import AllianceView
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, chart_facts
from vitalshift_desktop.ui.measures.shown_parts import Part


def seen_facts(view: AllianceView, parts: Collection[Part], series: Series, *, hidden: bool) -> ChartFacts:
    """The facts of these parts; `hidden` leaves out the words of the record, as while only initials are shown."""
    wanted = [
        replace(one, words="") if hidden else one
        for one in view.happenings
        if (Part.NOTES if one.is_note else Part.EVENTS) in parts
    ]
    missing = [replace(one, note="") if hidden else one for one in view.not_given]
    return chart_facts(view.course, series, wanted, missing, has_yours=view.of == OF_CLIENT)


def offered_parts(view: AllianceView, *, has_yours: bool) -> frozenset[Part]:
    """The parts of which there is something; the counselor's own only beside the client's course."""
    there = {Part.CLIENT, Part.RANGE} | ({Part.YOU, Part.GAP} if has_yours else set())
    there |= {Part.NOTES if one.is_note else Part.EVENTS for one in view.happenings}
    return frozenset(there)
