"""What a task would send and cost: everything is checked as for the task itself, and nothing is sent or bought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import attrs

from safelight.core.base.methods import Route
from safelight.core.base.outcome import Credits
from safelight.core.creation import Order, order
from safelight.core.http.messages import without_query
from safelight.core.operation import Operation
from safelight.core.transfers.images import Size
from safelight.errors import SafelightError
from safelight.vendors import AnyClient

HIDDEN = "[secret]"


@attrs.frozen
class PreviewedFile:
    """A file that a task would send.

    Attributes:
        parameter: The parameter that it was given for.
        name: Its file name, or its URL without the query where the vendor fetches it.
        type: Media type; this, `size` and `pixels` are None for a URL.
        size: Bytes.
        pixels: Width and height, where the file's header says.
        route: How it travels.
    """

    parameter: str
    name: str
    route: Route
    type: str | None = None
    size: int | None = None
    pixels: Size | None = None


@attrs.frozen
class Preview:
    """What one task would send and cost.

    Attributes:
        http_method: Of the request that creates the task.
        address: Of the same request.
        options: The arguments that are no files; secrets are hidden.
        credits: By the vendor's documents; None where it is unknown.
        prepared: How pictures would be prepared; `files` are the copies.
    """

    vendor: str
    operation: str
    http_method: str
    address: str
    options: Mapping[str, object]
    files: tuple[PreviewedFile, ...]
    credits: Credits | None
    prepared: tuple[str, ...] = ()


async def preview(client: AnyClient, operation: str, arguments: Mapping[str, object]) -> Preview:
    """Check a task and tell what it would send and cost.

    Args:
        client: Its key is not used, so a made-up one will do.
        operation: The method's name.
        arguments: By the method's parameters, and `filename`.

    Raises:
        InvalidInput: A file or an option breaks the spec.
    """
    given = dict(arguments)
    filename = cast("str | None", given.pop("filename", None))
    described = cast("Operation", getattr(type(client), operation))
    with_defaults = {
        name: one.default
        for name, one in described.__signature__.parameters.items()
        if name != "filename" and one.default is not one.empty
    }
    try:
        flow = order(client, operation, {**with_defaults, **given}, filename)
        checked = await client._driver.run(flow)
    except SafelightError as error:
        client._place(error, operation)
        raise
    api = client._api
    return Preview(
        vendor=api.facts.vendor,
        operation=operation,
        http_method=checked.operation.method,
        address=f"{api.credentials.base_url}{checked.operation.path}",
        options={
            name: _public(value, name, checked) for name, value in arguments.items() if name in checked.given
        },
        files=tuple(_files(checked)),
        credits=checked.price,
        prepared=tuple(map(str, checked.notes)),
    )


def _files(checked: Order) -> list[PreviewedFile]:
    found: list[PreviewedFile] = []
    for one in checked.sources:
        route: Route = one.facts.source or "url"
        found += [PreviewedFile(one.name, without_query(url), "url") for url in one.urls if url is not None]
        found += [
            PreviewedFile(one.name, file.name, route, file.type, file.size, file.pixels)
            for file in checked.prepared.get(one.name, ())
        ]
    return found


def _public(value: object, name: str, checked: Order) -> object:
    """An argument without what must not be shown."""
    secrets = checked.operation.secrets
    places = checked.method.parameters[name].fields
    return HIDDEN if any(path.rpartition(".")[2] in secrets for path in places) else _hidden(value, secrets)


def _hidden(value: object, secrets: tuple[str, ...]) -> object:
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {key: HIDDEN if key in secrets else _hidden(inner, secrets) for key, inner in items}
    if isinstance(value, list):
        return [_hidden(inner, secrets) for inner in cast("list[object]", value)]
    return value
