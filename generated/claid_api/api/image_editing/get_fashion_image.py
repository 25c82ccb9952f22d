from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import errors
from ...models.error_response import ErrorResponse
from ...models.fashion_image_response import FashionImageResponse
from ...types import Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    processing_request_id: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/image/ai-fashion-models/{processing_request_id}".format(
            processing_request_id=quote(str(processing_request_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: Client, response: HttpResponse) -> ErrorResponse | FashionImageResponse | None:
    if response.status_code == 200:
        response_200 = FashionImageResponse.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ErrorResponse.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = ErrorResponse.from_dict(response.json())

        return response_404

    if response.status_code == 422:
        response_422 = ErrorResponse.from_dict(response.json())

        return response_422

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: Client, response: HttpResponse
) -> Response[ErrorResponse | FashionImageResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    processing_request_id: int,
    *,
    client: Client,
) -> Response[ErrorResponse | FashionImageResponse]:
    """State and results of clothes on a model

    Args:
        processing_request_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | FashionImageResponse]
    """

    kwargs = _get_kwargs(
        processing_request_id=processing_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    processing_request_id: int,
    *,
    client: Client,
) -> ErrorResponse | FashionImageResponse | None:
    """State and results of clothes on a model

    Args:
        processing_request_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | FashionImageResponse
    """

    return sync_detailed(
        processing_request_id=processing_request_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    processing_request_id: int,
    *,
    client: Client,
) -> Response[ErrorResponse | FashionImageResponse]:
    """State and results of clothes on a model

    Args:
        processing_request_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | FashionImageResponse]
    """

    kwargs = _get_kwargs(
        processing_request_id=processing_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    processing_request_id: int,
    *,
    client: Client,
) -> ErrorResponse | FashionImageResponse | None:
    """State and results of clothes on a model

    Args:
        processing_request_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | FashionImageResponse
    """

    return (
        await asyncio_detailed(
            processing_request_id=processing_request_id,
            client=client,
        )
    ).parsed
