from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...models.create_scene_request import CreateSceneRequest
from ...models.error_response import ErrorResponse
from ...models.scene_response import SceneResponse
from ...types import Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    *,
    body: CreateSceneRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/scene/create",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: Client, response: HttpResponse) -> ErrorResponse | SceneResponse | None:
    if response.status_code == 200:
        response_200 = SceneResponse.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if response.status_code == 402:
        response_402 = ErrorResponse.from_dict(response.json())

        return response_402

    if response.status_code == 403:
        response_403 = ErrorResponse.from_dict(response.json())

        return response_403

    if response.status_code == 422:
        response_422 = ErrorResponse.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ErrorResponse.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: Client, response: HttpResponse) -> Response[ErrorResponse | SceneResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: Client,
    body: CreateSceneRequest,
) -> Response[ErrorResponse | SceneResponse]:
    """Show an object in another scene

     The background is made from a text, taken from a template, or is plain with a shadow. The answer
    holds the
    results; there is no task to poll.

    Args:
        body (CreateSceneRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | SceneResponse]
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
    body: CreateSceneRequest,
) -> ErrorResponse | SceneResponse | None:
    """Show an object in another scene

     The background is made from a text, taken from a template, or is plain with a shadow. The answer
    holds the
    results; there is no task to poll.

    Args:
        body (CreateSceneRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | SceneResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: CreateSceneRequest,
) -> Response[ErrorResponse | SceneResponse]:
    """Show an object in another scene

     The background is made from a text, taken from a template, or is plain with a shadow. The answer
    holds the
    results; there is no task to poll.

    Args:
        body (CreateSceneRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | SceneResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: Client,
    body: CreateSceneRequest,
) -> ErrorResponse | SceneResponse | None:
    """Show an object in another scene

     The background is made from a text, taken from a template, or is plain with a shadow. The answer
    holds the
    results; there is no task to poll.

    Args:
        body (CreateSceneRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | SceneResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
