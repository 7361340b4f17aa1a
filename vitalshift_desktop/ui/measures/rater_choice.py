"""Whose ratings the chart shows, where not only the client rated."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.alliance import OF_CLIENT, RatedBy
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class RaterChoice(ChoiceField):
    """Nothing is seen of it while only the client rated."""

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(_("Rated by"), [(OF_CLIENT, label(Rater.CLIENT))], inline=True, parent=parent)
        self.setObjectName("alliance.rater")
        self.setContentsMargins(0, 0, 0, 10)
        self._privacy = privacy
        self.hide()

    @property
    def rated_by(self) -> RatedBy:
        """The rater that is chosen."""
        value = self.value
        return value if isinstance(value, RatedBy) else OF_CLIENT

    def show_raters(
        self, raters: Sequence[RatedBy], people: Mapping[RelatedPersonId, str], name: str, shown: RatedBy
    ) -> None:
        """Offer these raters, the client called so; `shown` is the one whose ratings are on the chart."""
        self.setVisible(len(raters) > 1)
        self.show_choices([(one, name if one == OF_CLIENT else self.name_of(one, people)) for one in raters])
        self.choose(shown)

    def name_of(self, of: RatedBy, people: Mapping[RelatedPersonId, str]) -> str:
        """What a guardian is called on screen now."""
        known = people.get(of.person_id, "") if of.person_id is not None else ""
        return self._privacy.short(known) or label(Rater.GUARDIAN)
