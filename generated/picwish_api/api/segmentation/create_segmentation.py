from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from ... import errors
from ...models.create_segmentation_request import CreateSegmentationRequest
from ...models.error_response import ErrorResponse
from ...models.segmentation_response import SegmentationResponse
from ...types import File, Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    *,
    body: CreateSegmentationRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tasks/visual/segmentation",
    }

    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: Client, response: HttpResponse
) -> ErrorResponse | SegmentationResponse | File | None:
    if response.status_code == 200:
        if "json" not in response.headers.get("content-type", "").lower():
            return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
        response_200 = SegmentationResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = ErrorResponse.from_dict(response.json())

        return response_404

    if response.status_code == 413:
        response_413 = ErrorResponse.from_dict(response.json())

        return response_413

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
) -> Response[ErrorResponse | SegmentationResponse | File]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: Client,
    body: CreateSegmentationRequest,
) -> Response[ErrorResponse | SegmentationResponse | File]:
    """Remove the background of an image

     With sync 0 the answer holds the id of a task to poll. With sync 1 the call lasts until the image is
    done and
    the answer holds the result; with return_type 3 it then is the image itself, not JSON.

    Args:
        body (CreateSegmentationRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | SegmentationResponse | File]
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
    body: CreateSegmentationRequest,
) -> ErrorResponse | SegmentationResponse | File | None:
    """Remove the background of an image

     With sync 0 the answer holds the id of a task to poll. With sync 1 the call lasts until the image is
    done and
    the answer holds the result; with return_type 3 it then is the image itself, not JSON.

    Args:
        body (CreateSegmentationRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | SegmentationResponse | File
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: CreateSegmentationRequest,
) -> Response[ErrorResponse | SegmentationResponse | File]:
    """Remove the background of an image

     With sync 0 the answer holds the id of a task to poll. With sync 1 the call lasts until the image is
    done and
    the answer holds the result; with return_type 3 it then is the image itself, not JSON.

    Args:
        body (CreateSegmentationRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | SegmentationResponse | File]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: Client,
    body: CreateSegmentationRequest,
) -> ErrorResponse | SegmentationResponse | File | None:
    """Remove the background of an image

     With sync 0 the answer holds the id of a task to poll. With sync 1 the call lasts until the image is
    done and
    the answer holds the result; with return_type 3 it then is the image itself, not JSON.

    Args:
        body (CreateSegmentationRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | SegmentationResponse | File
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
