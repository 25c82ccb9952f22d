"""Perfect's style lists, page by page."""

from __future__ import annotations

from collections.abc import Mapping

from perfect_api.models.list_style_groups_response import ListStyleGroupsResponse
from perfect_api.models.list_styles_response import ListStylesResponse
from perfect_api.models.style_group_page import StyleGroupPage
from perfect_api.models.style_page import StylePage

from safelight.core.calls import Api
from safelight.core.flow import Flow, Give
from safelight.core.outcome import optional, present
from safelight.core.redact import brief
from safelight.errors import InvalidInput

PAGE_SIZE = 20
"""The most that the vendor gives a page."""


def pages_of_style_groups(api: Api, feature: str) -> Flow[None]:
    """Emit every style group of a feature."""
    _check(api, feature)
    token: str | None = None
    while True:
        answer = yield from api.call(
            f"list_{feature}_style_groups", ListStyleGroupsResponse, parameters=_page(token)
        )
        page = present(answer.result, StyleGroupPage, "result.groups")
        for group in page.groups or []:
            yield from Give(group)
        token = optional(page.next_token, str)
        if not token:
            return


def pages_of_styles(api: Api, feature: str, style_group_id: int) -> Flow[None]:
    """Emit every style of a group."""
    _check(api, feature)
    token: str | None = None
    while True:
        parameters = {**_page(token), "style_group_id": style_group_id}
        answer = yield from api.call(f"list_{feature}_styles", ListStylesResponse, parameters=parameters)
        page = present(answer.result, StylePage, "result.styles")
        for style in page.styles or []:
            yield from Give(style)
        token = optional(page.next_token, str)
        if not token:
            return


def _page(token: str | None) -> Mapping[str, object]:
    return {"page_size": PAGE_SIZE} if token is None else {"page_size": PAGE_SIZE, "starting_token": token}


def _check(api: Api, feature: str) -> None:
    known = [
        name[5:-7] for name in api.facts.operations if name.startswith("list_") and name.endswith("_styles")
    ]
    if feature not in known:
        raise InvalidInput(
            f"feature: must be one of {', '.join(known)}, not {brief(repr(feature))}",
            vendor=api.facts.vendor,
            field="feature",
        )
