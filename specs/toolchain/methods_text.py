"""What a method's signature, docstring and command say, in words made from the spec."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, TypeAlias

from .document import dereference, schema_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from .document import Document, Schema
    from .methods import Method, Parameter

Facts: TypeAlias = "dict[str, Any]"

_TYPES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_NAMES = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", list: "array"}
_WIDTH = 110
_INDENT = " " * 8


def annotation(document: Document, parameter: Parameter, named: Collection[str]) -> str:
    """The type of a parameter as it stands in the signature, without the None of one that may be left out.

    Args:
        named: The schemas that ``requests.py`` has a type of.
    """
    facts = parameter.facts
    if "source" in facts:
        return "Source | Sequence[Source]" if facts.get("many") else "Source"
    if "values" in facts:
        words = list(facts["values"])
        return "bool" if set(words) == {"true", "false"} else f"Literal[{', '.join(map(repr, words))}]"
    if "type" in facts:
        return _TYPES[facts["type"]]
    if parameter.component in named and "enum" not in parameter.schema:
        return str(parameter.component)
    return _type(document, parameter.schema, named)


def _type(document: Document, schema: Schema, named: Collection[str]) -> str:
    name = schema_name(schema)
    schema = dereference(document, schema)
    if (
        name in named and "enum" not in schema
    ):  # words stand where they are chosen: an editor shows no more than a name
        return str(name)
    forms = [
        form for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ())) if form != {"type": "null"}
    ]
    if forms:
        return " | ".join(dict.fromkeys(_type(document, form, named) for form in forms))
    if "enum" in schema:
        return f"Literal[{', '.join(map(repr, schema['enum']))}]"
    written = []
    for one in _type_names(schema):
        if one == "array":
            written.append(f"Sequence[{_type(document, schema.get('items', {}), named)}]")
        else:
            written.append(_TYPES.get(one, "Mapping[str, object]"))
    return " | ".join(written) or "object"


def kinds(document: Document, parameter: Parameter) -> list[Facts]:
    """The kinds of values that a parameter takes, for who has but a text; empty for a source and where all goes."""
    facts = parameter.facts
    if "source" in facts:
        return []
    if "values" in facts:
        words = list(facts["values"])
        return [
            {"type": "boolean"} if set(words) == {"true", "false"} else {"type": "string", "choices": words}
        ]
    if "type" in facts:
        return [{"type": facts["type"]}]
    return _kinds(document, parameter.schema)


def _kinds(document: Document, schema: Schema) -> list[Facts]:
    found: list[Facts] = []
    for form in _forms(document, schema):
        choices = [value for value in form.get("enum", ()) if value is not None]
        names = _type_names(form) or [_NAMES[type(choice)] for choice in choices[:1]]
        if not names:  # whatever it takes, the others are among it
            return []
        for name in names:
            kind: Facts = {"type": name}
            if choices:
                kind["choices"] = choices
            held = dereference(document, form.get("items", {})) if name == "array" else form
            if keys := list(held.get("properties", ())):
                kind["keys"] = keys
            if kind not in found:
                found.append(kind)
    return found


def _forms(document: Document, schema: Schema) -> Iterator[Schema]:
    """A schema's alternatives that are none themselves."""
    schema = dereference(document, schema)
    alternatives = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if not alternatives and schema.get("type") != "null":
        yield schema
    for form in alternatives:
        yield from _forms(document, form)


def _type_names(schema: Schema) -> list[str]:
    kind = schema.get("type")
    return [kind] if isinstance(kind, str) else [one for one in kind or () if one != "null"]


def docstring(document: Document, method: Method) -> str:
    """The documentation of a method, indented as it stands in its class."""
    creates = method.operation["role"] != "call"
    lines = [
        f"{method.summary}.",
        "",
        *_wrapped(price(document, method.operation), ""),
    ]
    if notice := method.operation.get("notice"):
        lines += ["", *_wrapped(notice, "")]
    lines += ["", "Args:"] if method.parameters else []
    for parameter in method.parameters:
        said = about(document, method, parameter)
        if "source" in parameter.facts:
            said = _sentence(said.replace("{}", _ways(method, parameter)))
        lines += _entry(parameter.name, said)
    if method.sources:
        lines += _entry("filename", "Name of the file, where the source has none.")
    lines += ["", "Raises:"]
    if not creates:
        if method.parameters:
            lines += _entry("InvalidInput", "A value is none that the vendor takes; nothing was sent.")
        lines += _entry("ApiError", "The vendor refuses, or could not be asked; its subclasses say why.")
        return _finished(lines)
    file = "The file or an option" if method.sources else "An option"
    lines += _entry("InvalidInput", f"{file} breaks a documented limit; nothing was sent.")
    if any(parameter.facts.get("source") in ("presigned", "url") for parameter in method.sources):
        lines += _entry("UploadFailed", "The file could not be sent; nothing was bought.")
    key = method.operation.get("idempotency_field")
    doubt = (
        f"The task may exist; sent again with its `{key}`, it is charged once."
        if key
        else ("The task may have been created and charged.")
    )
    lines += _entry("OutcomeUnknown", doubt)
    return _finished(lines)


def _finished(lines: list[str]) -> str:
    text = "\n".join(f"{_INDENT}{line}".rstrip() for line in lines).lstrip()
    return text.replace("\\", "\\\\").replace('"""', "'''")


def about(document: Document, method: Method, parameter: Parameter) -> str:
    """What a parameter takes; in that of a source, ``{}`` stands for the ways to give one."""
    said = _one_line(parameter.facts.get("description") or "")
    if "source" in parameter.facts:
        limits = method.operation.get("inputs", {}).get(parameter.name, {})
        return f"{', '.join(_taken(parameter, limits))}. {said}".rstrip()
    said = said or _one_line(_description(document, parameter)) or _from_name(parameter.name)
    return " ".join([_sentence(said), *(_sentence(limit) for limit in _limits(document, parameter, said))])


def _ways(method: Method, parameter: Parameter) -> str:
    """The ways in which Python takes a source."""
    formats = method.operation.get("inputs", {}).get(parameter.name, {}).get("formats")
    ways = ["path", "bytes", "binary file", "`File`"]
    if formats != ["pdf"]:
        ways += ["Pillow picture", "NumPy array"]
    if parameter.facts.get("source") == "url" or "url_field" in parameter.facts:
        ways.append("URL")
    return f"{', '.join(ways[:-1])} or {ways[-1]}"


def example(document: Document, method: Method) -> Facts:
    """Arguments of a call that works, but for its sources: the spec's own, and else what its requests' examples have."""
    stated: Facts = dict(method.facts.get("example", {}))
    for parameter in method.parameters:
        if parameter.facts["required"] and "source" not in parameter.facts and parameter.name not in stated:
            stated[parameter.name] = _example(document, method, parameter)
    return stated


def _example(document: Document, method: Method, parameter: Parameter) -> object:
    if not parameter.facts.keys() & {"values", "text"}:
        for sample in method.samples:
            found = _value_at(sample, parameter.facts["fields"][0].split("."))
            if found is not None:
                return found
    kind, *_ = *kinds(document, parameter), {"type": "string"}
    if "choices" in kind:
        return kind["choices"][0]
    low = parameter.schema.get("minimum", 1)
    return {"integer": low, "number": low, "boolean": True, "array": [], "object": {}}.get(
        kind["type"], "text"
    )


def _value_at(value: object, steps: list[str]) -> object:
    """What stands at a path in an example; None where there is nothing."""
    for step in steps:
        if isinstance(value, list):
            value = value[int(step)]
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _description(document: Document, parameter: Parameter) -> str:
    return str(parameter.schema.get("description", ""))


def _from_name(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _taken(parameter: Parameter, limits: Mapping[str, Any]) -> Iterator[str]:
    yield "One or several of: {}" if parameter.facts.get("many") else "{}"
    if "formats" in limits:
        *others, last = limits["formats"]
        yield f"{', '.join(others)} or {last}" if others else last
    if "maximum_bytes" in limits:
        yield f"at most {_bytes(limits['maximum_bytes'])}"
    width, height = limits.get("maximum_width"), limits.get("maximum_height")
    if width and height:
        yield f"at most {width} x {height} pixels"
    if "maximum_long_side" in limits:
        yield f"longest side at most {limits['maximum_long_side']} pixels"
    if "minimum_short_side" in limits:
        yield f"shortest side at least {limits['minimum_short_side']} pixels"
    if parameter.facts.get("many") and limits.get("maximum_count"):
        yield f"at most {limits['maximum_count']} of them"


def _limits(document: Document, parameter: Parameter, said: str) -> Iterator[str]:
    schema = parameter.schema
    choices = list(parameter.facts.get("values") or schema.get("enum", ()))
    if choices and set(choices) != {"true", "false"} and not all(f"{choice}" in said for choice in choices):
        yield "one of " + ", ".join(
            f'``"{choice}"``' if isinstance(choice, str) else f"{choice}" for choice in choices
        )
    if "values" in parameter.facts or "type" in parameter.facts:
        return
    if "maxLength" in schema and schema["maxLength"] < 100_000:
        yield f"at most {schema['maxLength']:,} characters"
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        yield f"from {low} to {high}"
    if schema.get("type") == "array" and "maxItems" in schema:
        yield f"{schema.get('minItems', 0)} to {schema['maxItems']} of them"


def amounts(document: Document, operation: Mapping[str, Any]) -> str:
    """The documented credits of a task, such as "2 credits per image, at most 3"; empty where none are."""
    times = document["x-task-api"].get("credits_multiplier") or {"usual": 1, "most": 1}
    return "; ".join(_entry_of_price(entry, times) for entry in operation.get("credits", ()))


def price(document: Document, operation: Mapping[str, Any]) -> str:
    """What an operation costs, where that is stated and when it was read, as sentences."""
    root = document["x-task-api"]
    if operation.get("role") == "call":
        return "Costs nothing."
    quote = f"`{operation['quote']['method']}` asks for the price" if "quote" in operation else ""
    said = amounts(document, operation)
    if not said:
        listing = root.get("price_source", {}).get("call")
        why = f"`{listing}` lists the vendor's prices" if listing else f"{root['title']} publishes no price"
        return f"Cost: unknown; {why}." + (f" {quote}." if quote else "")
    source = ""
    if stated := root.get("price_source"):
        guess = "a guess from " if "price_confidence" in operation else ""
        source = f" ({guess}{stated['title']}, {stated['date']})"
    return f"Costs {said}{source}." + (f" {quote}." if quote else "")


def _entry_of_price(entry: Mapping[str, Any], times: Mapping[str, Any]) -> str:
    amount, dearest = entry["amount"] * times["usual"], entry.get("most", entry["amount"]) * times["most"]
    plural = "credit" if amount == 1 else "credits"
    when = " and ".join(
        f'``{name}="{next(one for one in (value if isinstance(value, list) else [value]) if one is not None)}"``'
        for name, value in entry.get("when", {}).items()
    )
    most = f", at most {dearest:g}" if dearest > amount else ""
    return f"{amount:g} {plural} per {entry['per']}" + (f" with {when}" if when else "") + most


def _bytes(count: int) -> str:
    for size, unit in ((1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB")):
        if count % size == 0:
            return f"{count // size} {unit}"
    return f"{count:,} bytes"


def _entry(name: str, text: str) -> list[str]:
    return _wrapped(f"{name}: {text}", "    ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH - len(_INDENT),
        initial_indent=indent,
        subsequent_indent=f"{indent}    " if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."


def _one_line(text: str) -> str:
    return " ".join(text.split())
