"""Perfect's style lists, page by page."""

from __future__ import annotations

from collections.abc import Mapping

from perfect_api.models.list_style_groups_response import ListStyleGroupsResponse
from perfect_api.models.list_styles_response import ListStylesResponse
from perfect_api.models.style import Style
from perfect_api.models.style_group import StyleGroup
from perfect_api.models.style_group_page import StyleGroupPage
from perfect_api.models.style_page import StylePage

from safelight.core.api.calls import Api
from safelight.core.base.outcome import listed, present
from safelight.core.base.redact import brief
from safelight.core.flow.effects import Emit, Flow
from safelight.errors import InvalidInput

PAGE_SIZE = 20
"""The most that the vendor gives a page."""


def pages_of_style_groups(api: Api, feature: str) -> Flow[None]:
    """Emit every style group of a feature."""
    _check_feature(api, feature)
    token: str | None = None
    seen: set[str] = set()
    while True:
        answer = yield from api.call(
            f"list_{feature}_style_groups", ListStyleGroupsResponse, parameters=_page(token)
        )
        page = present(answer.result, StyleGroupPage, "result.groups")
        for group in listed(page.groups, StyleGroup, "result.groups"):
            yield from Emit(group, told=False)
        token = _next(page.next_token, seen)
        if token is None:
            return


def pages_of_styles(api: Api, feature: str, style_group_id: int) -> Flow[None]:
    """Emit every style of a group."""
    _check_feature(api, feature)
    token: str | None = None
    seen: set[str] = set()
    while True:
        parameters = {**_page(token), "style_group_id": style_group_id}
        answer = yield from api.call(f"list_{feature}_styles", ListStylesResponse, parameters=parameters)
        page = present(answer.result, StylePage, "result.styles")
        for style in listed(page.styles, Style, "result.styles"):
            yield from Emit(style, told=False)
        token = _next(page.next_token, seen)
        if token is None:
            return


def _next(token: object, seen: set[str]) -> str | None:
    """The token of the next page; None after the last, which may repeat one."""
    if not isinstance(token, str) or not token or token in seen:
        return None
    seen.add(token)
    return token


def _page(token: str | None) -> Mapping[str, object]:
    return {"page_size": PAGE_SIZE} if token is None else {"page_size": PAGE_SIZE, "starting_token": token}


def _check_feature(api: Api, feature: str) -> None:
    known = [
        name[5:-7] for name in api.facts.operations if name.startswith("list_") and name.endswith("_styles")
    ]
    if feature not in known:
        raise InvalidInput(
            f"feature: must be one of {', '.join(known)}, not {brief(repr(feature))}",
            vendor=api.facts.vendor,
            field="feature",
        )
