"""Tools that cost nothing: a vendor's lists, such as styles, its balance, and its quotes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

import attrs

from safelight.agents.tools import ID, schema_of
from safelight.core.base.facts import VendorFacts
from safelight.core.base.methods import Kind, ParameterFacts
from safelight.vendors import AnyClient, AnyListing, Vendor, items_of

MOST = 200
"""Entries of one answer."""
LARGEST_EXACT = 2**53
"""From here on, some JSON parsers round whole numbers."""


@attrs.frozen
class Question:
    """A method that only asks, as a tool.

    Attributes:
        exact: Names of arguments that the method takes as numbers.
    """

    name: str
    description: str
    schema: Mapping[str, Any]
    vendor: Vendor
    method: str
    exact: Collection[str] = ()


def questions(vendor: Vendor) -> dict[str, Question]:
    """The tools of a vendor that cost nothing and change nothing, by name."""
    return {question.name: question for question in (*_calls(vendor), *_listings(vendor))}


async def ask(
    question: Question, arguments: Mapping[str, object], **client: str | None
) -> Mapping[str, object]:
    """Ask a vendor; gives its entries, at most `MOST`.

    Args:
        client: Arguments of the client's class.

    Raises:
        SafelightError: The vendor cannot be asked.
    """
    given = {
        name: int(value) if name in question.exact and isinstance(value, str) and value.isdecimal() else value
        for name, value in arguments.items()
    }
    secrets = _secrets(question.vendor.facts)
    items: list[object] = []
    make = cast("Callable[..., AnyClient]", question.vendor.client_class)
    async with make(**client) as made:
        async for item in items_of(getattr(made, question.method)(**given)):
            if len(items) == MOST:
                return {"items": items, "more": f"these are the first {MOST}"}
            items.append(_plain(item, secrets))
    return {"items": items}


def _calls(vendor: Vendor) -> Iterator[Question]:
    facts = vendor.facts
    quotes = {operation.quote.method for operation in facts.operations.values() if operation.quote}
    for name, call in facts.calls.items():
        if name not in quotes and facts.operations[call.operation].method != "GET":
            continue  # it may change something
        parameters = {key: one for key, one in call.parameters.items() if one.source is None}
        said = f"{call.summary.replace('`', '')} Free."
        yield Question(f"{vendor.name}_{name}", said, schema_of(parameters), vendor, name)


def _listings(vendor: Vendor) -> Iterator[Question]:
    for name, listing in vendor.listings().items():
        doc = inspect.cleandoc(listing.__doc__ or "")
        texts = dict(re.findall(r"^ {4}(\w+): (.*)", doc, re.MULTILINE))
        parameters = {
            key: ParameterFacts((), required=True, about=texts.get(key, ""), kinds=(_kind(listing, key),))
            for key in listing.__signature__.parameters
        }
        schema = schema_of(parameters)
        exact = [key for key, one in parameters.items() if one.kinds[0].type == "integer"]
        for key in exact:
            schema["properties"][key].update(ID)
        said = doc.partition("\n\n")[0].replace("\n", " ").replace("`", "")
        yield Question(f"{vendor.name}_{name}", f"{said} Free.", schema, vendor, name, exact)


def _kind(listing: AnyListing, name: str) -> Kind:
    hint = get_type_hints(listing.flow)[name]
    if get_origin(hint) is Literal:
        return Kind("string", get_args(hint))
    return Kind("integer" if hint is int else "string")


def _secrets(facts: VendorFacts) -> frozenset[str]:
    """Names of fields that hold secrets in some request of a vendor, and may come back in an answer."""
    return frozenset(name for operation in facts.operations.values() for name in operation.secrets)


def _plain(value: object, secrets: Collection[str]) -> object:
    """A model as JSON, without secrets, and with numbers that would be rounded as text."""
    to_dict = cast("Callable[[], object] | None", getattr(value, "to_dict", None))
    if to_dict is not None:
        value = to_dict()
    if isinstance(value, Mapping):
        fields = cast("Mapping[str, object]", value)
        return {name: _plain(one, secrets) for name, one in fields.items() if name not in secrets}
    if isinstance(value, list):
        return [_plain(one, secrets) for one in cast("list[object]", value)]
    if isinstance(value, int) and abs(value) > LARGEST_EXACT:
        return str(value)
    return value
