from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import errors
from ...models.complete_multipart_upload_request import CompleteMultipartUploadRequest
from ...models.complete_upload_response import CompleteUploadResponse
from ...models.confirm_upload_request import ConfirmUploadRequest
from ...models.error_response import ErrorResponse
from ...types import Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    file_id: str,
    *,
    body: CompleteMultipartUploadRequest | ConfirmUploadRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/files/{file_id}/complete".format(
            file_id=quote(str(file_id), safe=""),
        ),
    }

    if isinstance(body, CompleteMultipartUploadRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: Client, response: HttpResponse
) -> CompleteUploadResponse | ErrorResponse | None:
    if response.status_code == 200:
        response_200 = CompleteUploadResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if response.status_code == 422:
        response_422 = ErrorResponse.from_dict(response.json())

        return response_422

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: Client, response: HttpResponse
) -> Response[CompleteUploadResponse | ErrorResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    file_id: str,
    *,
    client: Client,
    body: CompleteMultipartUploadRequest | ConfirmUploadRequest,
) -> Response[CompleteUploadResponse | ErrorResponse]:
    """Join the parts of a multipart upload

     To be called after every part of an `upload_urls` file has been sent. It is not called for a file
    that was
    given `upload_url`; newer versions of the vendor's published specification want it there too. They
    take the
    second form of the body alone, and older ones the first alone: a server refuses the other with 400
    or 422.

    Args:
        file_id (str):
        body (CompleteMultipartUploadRequest | ConfirmUploadRequest): The parts alone, or the
            newer form with the upload mode and its duration.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CompleteUploadResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        file_id=file_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    file_id: str,
    *,
    client: Client,
    body: CompleteMultipartUploadRequest | ConfirmUploadRequest,
) -> CompleteUploadResponse | ErrorResponse | None:
    """Join the parts of a multipart upload

     To be called after every part of an `upload_urls` file has been sent. It is not called for a file
    that was
    given `upload_url`; newer versions of the vendor's published specification want it there too. They
    take the
    second form of the body alone, and older ones the first alone: a server refuses the other with 400
    or 422.

    Args:
        file_id (str):
        body (CompleteMultipartUploadRequest | ConfirmUploadRequest): The parts alone, or the
            newer form with the upload mode and its duration.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CompleteUploadResponse | ErrorResponse
    """

    return sync_detailed(
        file_id=file_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    file_id: str,
    *,
    client: Client,
    body: CompleteMultipartUploadRequest | ConfirmUploadRequest,
) -> Response[CompleteUploadResponse | ErrorResponse]:
    """Join the parts of a multipart upload

     To be called after every part of an `upload_urls` file has been sent. It is not called for a file
    that was
    given `upload_url`; newer versions of the vendor's published specification want it there too. They
    take the
    second form of the body alone, and older ones the first alone: a server refuses the other with 400
    or 422.

    Args:
        file_id (str):
        body (CompleteMultipartUploadRequest | ConfirmUploadRequest): The parts alone, or the
            newer form with the upload mode and its duration.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CompleteUploadResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        file_id=file_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    file_id: str,
    *,
    client: Client,
    body: CompleteMultipartUploadRequest | ConfirmUploadRequest,
) -> CompleteUploadResponse | ErrorResponse | None:
    """Join the parts of a multipart upload

     To be called after every part of an `upload_urls` file has been sent. It is not called for a file
    that was
    given `upload_url`; newer versions of the vendor's published specification want it there too. They
    take the
    second form of the body alone, and older ones the first alone: a server refuses the other with 400
    or 422.

    Args:
        file_id (str):
        body (CompleteMultipartUploadRequest | ConfirmUploadRequest): The parts alone, or the
            newer form with the upload mode and its duration.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CompleteUploadResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            file_id=file_id,
            client=client,
            body=body,
        )
    ).parsed
