from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...models.error_response import ErrorResponse
from ...models.package_credits_response import PackageCreditsResponse
from ...types import Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/customers/package-credits",
    }

    return _kwargs


def _parse_response(
    *, client: Client, response: HttpResponse
) -> ErrorResponse | PackageCreditsResponse | None:
    if response.status_code == 200:
        response_200 = PackageCreditsResponse.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = ErrorResponse.from_dict(response.json())

        return response_404

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
) -> Response[ErrorResponse | PackageCreditsResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: Client,
) -> Response[ErrorResponse | PackageCreditsResponse]:
    """Credits of the account

     The path was tried against the live API in September 2026; the vendor's own page prints
    /tech/customers/ instead of
    /api/customers/, which answers 404.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | PackageCreditsResponse]
    """

    kwargs = _get_kwargs()

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: Client,
) -> ErrorResponse | PackageCreditsResponse | None:
    """Credits of the account

     The path was tried against the live API in September 2026; the vendor's own page prints
    /tech/customers/ instead of
    /api/customers/, which answers 404.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | PackageCreditsResponse
    """

    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[ErrorResponse | PackageCreditsResponse]:
    """Credits of the account

     The path was tried against the live API in September 2026; the vendor's own page prints
    /tech/customers/ instead of
    /api/customers/, which answers 404.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | PackageCreditsResponse]
    """

    kwargs = _get_kwargs()

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: Client,
) -> ErrorResponse | PackageCreditsResponse | None:
    """Credits of the account

     The path was tried against the live API in September 2026; the vendor's own page prints
    /tech/customers/ instead of
    /api/customers/, which answers 404.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | PackageCreditsResponse
    """

    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed
