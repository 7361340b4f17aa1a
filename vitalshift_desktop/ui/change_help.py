"""Help: how the change of a measure is read on the outcomes page, with every rule and where it comes from."""

from vitalshift_desktop.domain.measures.on_track import FEWEST_SCORES, SCORES_FOR_NO_CHANGE
from vitalshift_desktop.domain.measures.reliable_change import BASELINE_DAYS
from vitalshift_desktop.domain.outcome_change import READABLE_SIDE
from vitalshift_desktop.words import _


def change_help() -> tuple[str, ...]:
    """The paragraphs of the page."""
    return (
        _("Every form keeps the key it was scored with. Scores of two keys are neither joined nor compared."),
        _(
            "The baseline is the first complete form within {n} days of the beginning of the episode, never the lowest "
            "or the highest (VitalShift rule). Where there is none, the page says which form it takes, and why."
        ).format(n=BASELINE_DAYS),
        _(
            "A reliable change is the number of points published for the measure; reaching it counts. Its confidence "
            "differs: 95 % for PHQ-9 and GAD-7, 90 % for CORE-10. Where nobody published one, nothing is said."
        ),
        _(
            "Reliable improvement, reliable deterioration and no reliable change follow Jacobson and Truax (1991). "
            "“Now under the cut-off” is said only if the baseline was on the other side of it."
        ),
        _(
            "That there is no reliable change is said after {many} scores while the latest is still on the clinical "
            "side, and nothing is said below {few} scores (VitalShift rule). None of it is a forecast."
        ).format(many=SCORES_FOR_NO_CHANGE, few=FEWEST_SCORES),
        _(
            "Hollow points are not compared: some blanks were made up for by the key (prorated), or items were left "
            "out. A form with more blanks has no score; a blank is never a zero."
        ),
        _(
            "Answers to a critical item stand in a row of their own. They are no level of risk, and 0 does not mean "
            "that there is none."
        ),
        _(
            "In person and online stand side by side with the number of forms. Under {n} on a side nothing can be read "
            "from them, and above it they still do not say why they differ."
        ).format(n=READABLE_SIDE),
        _(
            "Goal attainment: T is 50 where every goal came out as hoped, with the weights of now "
            "(Kiresuk and Sherman, with the published erratum; the goals’ correlation is taken as 0.30). "
            "A goal starts at −1 unless its page says otherwise, so that getting worse can be written down. "
            "T says how the goals came out against what was hoped for; it is not a symptom norm."
        ),
    )
