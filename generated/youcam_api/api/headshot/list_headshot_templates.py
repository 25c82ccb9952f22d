from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...models.error_response import ErrorResponse
from ...models.list_templates_response import ListTemplatesResponse
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    *,
    page_size: int | Unset = UNSET,
    starting_token: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["page_size"] = page_size

    params["starting_token"] = starting_token

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/s2s/v2.0/task/template/headshot",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: Client, response: HttpResponse
) -> ErrorResponse | ListTemplatesResponse | None:
    if response.status_code == 200:
        response_200 = ListTemplatesResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if response.status_code == 429:
        response_429 = ErrorResponse.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = ErrorResponse.from_dict(response.json())

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: Client, response: HttpResponse
) -> Response[ErrorResponse | ListTemplatesResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    starting_token: str | Unset = UNSET,
) -> Response[ErrorResponse | ListTemplatesResponse]:
    """List the templates for headshot

    Args:
        page_size (int | Unset):
        starting_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ListTemplatesResponse]
    """

    kwargs = _get_kwargs(
        page_size=page_size,
        starting_token=starting_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    starting_token: str | Unset = UNSET,
) -> ErrorResponse | ListTemplatesResponse | None:
    """List the templates for headshot

    Args:
        page_size (int | Unset):
        starting_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ListTemplatesResponse
    """

    return sync_detailed(
        client=client,
        page_size=page_size,
        starting_token=starting_token,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    starting_token: str | Unset = UNSET,
) -> Response[ErrorResponse | ListTemplatesResponse]:
    """List the templates for headshot

    Args:
        page_size (int | Unset):
        starting_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ListTemplatesResponse]
    """

    kwargs = _get_kwargs(
        page_size=page_size,
        starting_token=starting_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    starting_token: str | Unset = UNSET,
) -> ErrorResponse | ListTemplatesResponse | None:
    """List the templates for headshot

    Args:
        page_size (int | Unset):
        starting_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ListTemplatesResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            page_size=page_size,
            starting_token=starting_token,
        )
    ).parsed
