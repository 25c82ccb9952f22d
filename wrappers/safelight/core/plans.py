"""Where a method's arguments go in its request, and where an answer has the files of a result; from the facts."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import cast

from safelight.core.api.envelope import CODE, at_path, each_at
from safelight.core.base.facts import OperationFacts, ResultFacts
from safelight.core.base.methods import MethodFacts, ParameterFacts
from safelight.core.base.outcome import FileRef, optional
from safelight.core.base.redact import brief, shown
from safelight.core.transfers.images import format_of, media_type_of
from safelight.errors import InvalidInput, UnexpectedResponse

WEB = ("https://", "http://")


def request_body(method: MethodFacts, arguments: Mapping[str, object]) -> dict[str, object]:
    """The request that a method's arguments make. Raises `InvalidInput` for a word that is not taken."""
    body: dict[str, object] = {}
    for path, value in method.fixed.items():
        put_at(body, path, deepcopy(value))
    for name in arguments:
        for path, value in method.parameters[name].implies.items():
            put_at(body, path, value)
    for name, value in arguments.items():
        parameter = method.parameters[name]
        for path in parameter.fields:
            put_at(body, path, _on_the_wire(name, parameter, value))
    return body


def _on_the_wire(name: str, parameter: ParameterFacts, value: object) -> object:
    if parameter.values:
        word = str(value).lower() if isinstance(value, bool) else value
        if not isinstance(word, str) or word not in parameter.values:
            flag = set(parameter.values) == {"true", "false"}
            known = "True or False" if flag else f"one of {', '.join(map(repr, parameter.values))}"
            raise InvalidInput(f"{name}: must be {known}, not {brief(repr(value))}", field=name)
        return parameter.values[word]
    if parameter.text is None:
        return value
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InvalidInput(f"{name}: must be a whole number from 1, not {brief(repr(value))}", field=name)
    return parameter.text.format(value)


def put_at(body: dict[str, object], path: str, value: object) -> None:
    """Put a value at a dotted path of names and list positions; what is no container on the way there becomes one."""
    steps = path.split(".")
    container: object = body
    for step, following in pairwise(steps):
        inner = at_path(container, step)
        if not _is_container(inner):
            inner = list[object]() if following.isdigit() else dict[str, object]()
            _set(container, step, inner)
        container = inner
    _set(container, steps[-1], value)


def _is_container(value: object) -> bool:
    return isinstance(value, dict | list)


def _set(container: object, step: str, value: object) -> None:
    if not isinstance(container, list):
        cast("dict[str, object]", container)[step] = value
        return
    items = cast("list[object]", container)
    if int(step) < len(items):
        items[int(step)] = value
    else:
        items.append(value)


def places_of(method: MethodFacts) -> Mapping[str, str]:
    """The parameter that stands at a place of the request, by the place as validation names it."""
    return {
        "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in path.split(".")).lstrip("."): name
        for name, parameter in method.parameters.items()
        for path in (*parameter.fields, *filter(None, (parameter.url_field,)))
    }


def is_synchronous(method: MethodFacts, operation: OperationFacts, arguments: Mapping[str, object]) -> bool:
    """Whether the answer comes only when the task is done."""
    held = operation.synchronous
    return held is not None and (
        not held
        or any(
            held["field"] in parameter.fields
            and name in arguments
            and _on_the_wire(name, parameter, arguments[name]) == held["value"]
            for name, parameter in method.parameters.items()
        )
    )


def files_made(method: MethodFacts, arguments: Mapping[str, object]) -> list[tuple[str, str]]:
    """The files that a method is expected to make: what follows the stem of each, such as ``-mask``, and its format."""
    made: list[tuple[str, str]] = []
    for kind in method.makes:
        chosen = cast("Mapping[str, Sequence[object]]", kind.get("when") or {})
        if any(_argument(method, name, arguments) not in allowed for name, allowed in chosen.items()):
            continue
        suffix = _format(kind["format"], arguments)
        several = kind.get("several")
        count = _count(method, arguments, kind.get("count"))
        if several is True or count > 1:
            made += [(f"-{number}", suffix) for number in range(1, count + 1)]
        elif several is None or _count(method, arguments, several) > 1:
            made.append((f"-{kind['label']}" if "label" in kind else "", suffix))
    return made


def _argument(method: MethodFacts, name: str, arguments: Mapping[str, object]) -> object:
    return arguments.get(name, method.parameters[name].default)


def _count(method: MethodFacts, arguments: Mapping[str, object], parameter: object) -> int:
    """The number that a parameter says or, of a list of sources, has."""
    stated = _argument(method, parameter, arguments) if isinstance(parameter, str) else None
    if isinstance(stated, list | tuple):
        return len(cast("Sequence[object]", stated))
    return stated if isinstance(stated, int) else 1


def _format(stated: object, arguments: Mapping[str, object]) -> str:
    if not isinstance(stated, Mapping):
        return str(stated)
    rule = cast("Mapping[str, str]", stated)
    path = rule["parameter"]
    found = at_path(arguments, path)
    if isinstance(found, Mapping):
        found = at_path(cast("object", found), "type")
    if found is None and path.partition(".")[0] in arguments:
        return rule.get("given", rule["otherwise"])
    return rule["otherwise"] if found is None else str(found)


def result_files(
    facts: ResultFacts, content: Mapping[str, object], expires: float | None, secrets: Iterable[str]
) -> Iterator[FileRef]:
    """The files that an answer names or holds; their URLs end at `expires`, and no name shows a secret.

    Raises `UnexpectedResponse` for what is neither a URL nor a file in base64.
    """
    for kind in facts.files:
        for item in each_at(content, kind.at):
            for path in kind.url:
                value = at_path(item, path)
                if isinstance(value, str) and value:
                    break
            else:
                continue
            if kind.inline and not value.startswith(WEB):
                yield _inline(value, kind.inline, kind.label)
                continue
            name = at_path(item, kind.name) if kind.name else None
            stated = kind.type or (optional(at_path(item, kind.type_field), str) if kind.type_field else None)
            size = optional(at_path(item, kind.size), int) if kind.size else None
            yield FileRef(
                url=value,
                name=shown(name, secrets) if name and isinstance(name, str) else None,
                type=shown(stated, secrets, CODE) if stated else None,
                size=size if size and size > 0 else None,  # no result is empty
                expires=expires if value.startswith(WEB) else None,
                label=kind.label,
            )


def described(method: MethodFacts, facts: ResultFacts, content: Mapping[str, object]) -> FileRef | None:
    """What an answer without files tells, as the file of a method that makes JSON; None where it tells nothing."""
    found = at_path(content, facts.described or "-")
    if not found or not _is_container(found) or all(kind["format"] != "json" for kind in method.makes):
        return None
    text = json.dumps(found, indent=2, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return FileRef(type="application/json", size=len(text), content=text)


def _inline(value: str, stated: str, label: str | None) -> FileRef:
    encoded = value.rpartition(",")[2] if value.startswith("data:") else value
    try:
        content = b64decode(encoded, validate=True)
    except ValueError:
        raise UnexpectedResponse("the file in the answer is neither a URL nor base64") from None
    found = format_of(content[:16])
    return FileRef(
        type=media_type_of(found) if found else stated, size=len(content), content=content, label=label
    )
