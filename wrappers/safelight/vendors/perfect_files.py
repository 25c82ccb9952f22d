"""Upload slots of Perfect Corp's two interfaces, v1 (`perfect`) and v2 (`youcam`), and lists that come page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from safelight.core.api.calls import Api
from safelight.core.api.envelope import at_path
from safelight.core.base.outcome import listed, optional, present_id
from safelight.core.base.redact import brief
from safelight.core.flow.effects import Emit, Flow
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.slots import Slot
from safelight.errors import InvalidInput, UnexpectedResponse

PAGE_SIZE = 20
"""The most that the vendor gives a page."""


def slots(api: Api, operation: str, files: Sequence[Prepared], *, sized: bool = False) -> Flow[list[Slot]]:
    """Ask for a place for each file, by one call; `sized` tells the sizes too."""
    asked = [
        {"content_type": file.type, "file_name": file.name, **({"file_size": file.size} if sized else {})}
        for file in files
    ]
    content = yield from api.ask(operation, body={"files": asked})
    field = f"{api.facts.envelope.data_field}.files"
    found: list[Any] = listed(at_path(content, field), dict, field)
    if len(found) != len(files):
        raise UnexpectedResponse(f"the answer lists {len(found)} files, and {len(files)} were asked for")
    return [_slot(created, field) for created in found]


def _slot(created: Mapping[str, object], field: str) -> Slot:
    """Method, URL and headers exactly as the vendor gave them."""
    file_id = present_id(created.get("file_id"), f"{field}[].file_id")
    requests: list[Any] = listed(created.get("requests"), dict, f"{field}[].requests")
    request = requests[0] if requests else None
    url = optional(at_path(request, "url"), str)
    if url is None:
        return Slot(file_id, ())
    stated = cast("Mapping[str, object]", optional(at_path(request, "headers"), dict) or {})
    headers = {name: str(value) for name, value in stated.items() if isinstance(value, str | int)}
    return Slot(file_id, (url,), method=optional(at_path(request, "method"), str) or "PUT", headers=headers)


def pages(
    api: Api, kind: str, feature: str, model: str, parameters: Mapping[str, object] | None = None
) -> Flow[None]:
    """Emit everything of a feature's list, asked for page by page.

    Args:
        kind: What is listed, as the answer calls it: the operation is ``list_<feature>_<kind>``.
        model: Name of the schema of each.
        parameters: What else to ask with.
    """
    begins, ends = "list_", f"_{kind}"
    known = [name for name in api.facts.operations if name.startswith(begins) and name.endswith(ends)]
    operation = f"{begins}{feature}{ends}"
    if operation not in known:
        features = ", ".join(name.removeprefix(begins).removesuffix(ends) for name in known)
        raise InvalidInput(
            f"feature: must be one of {features}, not {brief(repr(feature))}",
            vendor=api.facts.vendor,
            field="feature",
        )
    asked: dict[str, object] = {"page_size": PAGE_SIZE, **(parameters or {})}
    field = f"{api.facts.envelope.data_field}.{kind.removeprefix('style_')}"
    seen: set[str] = set()
    while True:
        content = yield from api.ask(operation, parameters=asked)
        items: list[Any] = listed(at_path(content, field), dict, field)
        for item in items:
            yield from Emit(api.endpoints.read_named(model, item), told=False)
        token = at_path(content, f"{api.facts.envelope.data_field}.next_token")
        if not isinstance(token, str) or not token or token in seen:  # the last page may repeat one
            return
        seen.add(token)
        asked["starting_token"] = token
