from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...models.create_files_request import CreateFilesRequest
from ...models.create_files_response import CreateFilesResponse
from ...models.error_response import ErrorResponse
from ...types import Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    *,
    body: CreateFilesRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/files/batch-create",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: Client, response: HttpResponse) -> CreateFilesResponse | ErrorResponse | None:
    if response.status_code == 200:
        response_200 = CreateFilesResponse.from_dict(response.json())

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
) -> Response[CreateFilesResponse | ErrorResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: Client,
    body: CreateFilesRequest,
) -> Response[CreateFilesResponse | ErrorResponse]:
    """Register files for upload

     Creates file records and presigned URLs; no content is sent here. A file answered with `upload_url`
    takes one
    PUT and needs no completion; a file answered with `upload_urls` takes one PUT a part and then
    `complete_multipart_upload`. Follow the field that came back. The URLs live about two hours; after
    that
    register the file again.

    Args:
        body (CreateFilesRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreateFilesResponse | ErrorResponse]
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
    body: CreateFilesRequest,
) -> CreateFilesResponse | ErrorResponse | None:
    """Register files for upload

     Creates file records and presigned URLs; no content is sent here. A file answered with `upload_url`
    takes one
    PUT and needs no completion; a file answered with `upload_urls` takes one PUT a part and then
    `complete_multipart_upload`. Follow the field that came back. The URLs live about two hours; after
    that
    register the file again.

    Args:
        body (CreateFilesRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreateFilesResponse | ErrorResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: CreateFilesRequest,
) -> Response[CreateFilesResponse | ErrorResponse]:
    """Register files for upload

     Creates file records and presigned URLs; no content is sent here. A file answered with `upload_url`
    takes one
    PUT and needs no completion; a file answered with `upload_urls` takes one PUT a part and then
    `complete_multipart_upload`. Follow the field that came back. The URLs live about two hours; after
    that
    register the file again.

    Args:
        body (CreateFilesRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreateFilesResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: Client,
    body: CreateFilesRequest,
) -> CreateFilesResponse | ErrorResponse | None:
    """Register files for upload

     Creates file records and presigned URLs; no content is sent here. A file answered with `upload_url`
    takes one
    PUT and needs no completion; a file answered with `upload_urls` takes one PUT a part and then
    `complete_multipart_upload`. Follow the field that came back. The URLs live about two hours; after
    that
    register the file again.

    Args:
        body (CreateFilesRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreateFilesResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
