"""Where the data that comes with the app does not keep to the schema that is published beside it."""

import re
from typing import Any

_KINDS: dict[str, type] = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def faults(value: Any, schema: dict[str, Any], place: str) -> list[str]:  # noqa: ANN401 -- what a file holds
    """Where a value does not keep to the part of JSON Schema that ours use."""
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if value is None and "null" in allowed:
        return []
    if type(value) not in [_KINDS[kind] for kind in allowed if kind != "null"]:
        return [f"{place}: not {allowed}"]
    if isinstance(value, dict):
        known = schema["properties"]
        strange = [f"{place}: {key}" for key in set(value) ^ set(schema["required"])]
        inside = [one for key in known if key in value for one in faults(value[key], known[key], f"{place}.{key}")]
        return strange + inside
    if isinstance(value, list):
        inside = [one for n, part in enumerate(value) for one in faults(part, schema["items"], f"{place}[{n}]")]
        return inside + ([] if _fits_list(value, schema) else [f"{place}: length"])
    return [] if _fits(value, schema) else [f"{place}: {value!r}"]


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
