"""Where the data that comes with the app does not keep to the schema that is published beside it."""

import re
from typing import Any

_KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


def faults(value: Any, schema: dict[str, Any], place: str) -> list[str]:  # noqa: ANN401 -- what a file holds
    """Where a value does not keep to the part of JSON Schema that ours use."""
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if value is None and "null" in allowed:
        return []
    if type(value) not in [kind for name in allowed if name != "null" for kind in _KINDS[name]]:
        return [f"{place}: not {allowed}"]
    if isinstance(value, dict):
        return _in_object(value, schema, place)
    if isinstance(value, list):
        inside = [one for n, part in enumerate(value) for one in faults(part, schema["items"], f"{place}[{n}]")]
        return inside + ([] if _fits_list(value, schema) else [f"{place}: length"])
    return [] if _fits(value, schema) else [f"{place}: {value!r}"]


def _in_object(value: dict[str, Any], schema: dict[str, Any], place: str) -> list[str]:
    known = schema.get("properties", {})
    others = schema["additionalProperties"]
    missing = [f"{place}: {key}" for key in schema.get("required", ()) if key not in value]
    strange = [f"{place}: {key}" for key in value if key not in known and not others]
    inside = [
        one for key in value if (inner := known.get(key, others)) for one in faults(value[key], inner, f"{place}.{key}")
    ]
    return missing + strange + inside


def _fits_list(value: list[Any], schema: dict[str, Any]) -> bool:
    is_long_enough = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
    return is_long_enough and (not schema.get("uniqueItems") or len(set(map(str, value))) == len(value))


def _fits(value: str | int, schema: dict[str, Any]) -> bool:
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, str):
        length = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
        return length and re.search(schema.get("pattern", ""), value) is not None
    return bool(value >= schema.get("minimum", value))
