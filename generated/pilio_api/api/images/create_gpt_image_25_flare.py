from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...models.create_gpt_image_25_request import CreateGptImage25Request
from ...models.error_response import ErrorResponse
from ...models.task_created_response import TaskCreatedResponse
from ...types import Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    *,
    body: CreateGptImage25Request,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/images/gpt-image-2.5-flare",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: Client, response: HttpResponse) -> ErrorResponse | TaskCreatedResponse | None:
    if response.status_code == 200:
        response_200 = TaskCreatedResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: Client, response: HttpResponse
) -> Response[ErrorResponse | TaskCreatedResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: Client,
    body: CreateGptImage25Request,
) -> Response[ErrorResponse | TaskCreatedResponse]:
    """Make an image with GPT Image 2.5 Flare

    Args:
        body (CreateGptImage25Request):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | TaskCreatedResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: Client,
    body: CreateGptImage25Request,
) -> ErrorResponse | TaskCreatedResponse | None:
    """Make an image with GPT Image 2.5 Flare

    Args:
        body (CreateGptImage25Request):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | TaskCreatedResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: CreateGptImage25Request,
) -> Response[ErrorResponse | TaskCreatedResponse]:
    """Make an image with GPT Image 2.5 Flare

    Args:
        body (CreateGptImage25Request):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | TaskCreatedResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: Client,
    body: CreateGptImage25Request,
) -> ErrorResponse | TaskCreatedResponse | None:
    """Make an image with GPT Image 2.5 Flare

    Args:
        body (CreateGptImage25Request):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | TaskCreatedResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
