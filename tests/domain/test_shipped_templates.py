"""The note templates that come with the app keep to the schema that is published beside them."""

import json

from tests.domain.schemas import faults
from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.services.shipped_templates import shipped_templates

SCHEMA = json.loads(asset_text("schemas", "note_template.json"))
FILES = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in assets_in("note_templates", suffix=".json")
}


def test_every_template_keeps_to_the_schema() -> None:
    assert [fault for name, data in FILES.items() for fault in faults(data, SCHEMA, name)] == []
    broken = {**FILES["dap"], "headings": [{"key": "Data", "words": "", "hint": ""}], "more": 1}
    assert len(faults(broken, SCHEMA, "broken")) == 3


def test_they_are_the_nine_that_are_promised_in_the_order_of_the_menu() -> None:
    assert [template.key for template in shipped_templates()] == [
        "free", "soap", "dap", "birp", "girp", "relational", "intake", "ending", "risk",
    ]  # fmt: skip
    assert [template.key for template in shipped_templates() if not template.repeats] == ["intake", "ending", "risk"]


def test_one_key_is_one_heading_everywhere_and_every_heading_has_a_hint() -> None:
    words: dict[str, set[str]] = {}
    for template in shipped_templates():
        assert len({heading.key for heading in template.headings}) == len(template.headings)
        for heading in template.headings:
            words.setdefault(heading.key, set()).add(heading.words)
            assert heading.hint
    assert [key for key, said in words.items() if len(said) > 1] == []
    assert {template.headings[-1].key for template in shipped_templates()[:6]} == {"plan"}
