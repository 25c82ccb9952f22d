from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...models.authenticate_request import AuthenticateRequest
from ...models.authenticate_response import AuthenticateResponse
from ...models.error_response import ErrorResponse
from ...types import Response

if TYPE_CHECKING:
    from ...client import Client, HttpResponse


def _get_kwargs(
    *,
    body: AuthenticateRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/s2s/v1.0/client/auth",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: Client, response: HttpResponse) -> AuthenticateResponse | ErrorResponse | None:
    if response.status_code == 200:
        response_200 = AuthenticateResponse.from_dict(response.json())

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
) -> Response[AuthenticateResponse | ErrorResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: Client,
    body: AuthenticateRequest,
) -> Response[AuthenticateResponse | ErrorResponse]:
    """Exchange an API key for an access token

     Proves possession of the secret key. The text `client_id=<API key>&timestamp=<epoch milliseconds>`
    is encrypted
    with RSA PKCS#1 v1.5 under the secret key, which is the base64 of a DER X.509 SubjectPublicKeyInfo
    (RSA-1024 in
    the vendor's sample), and the ciphertext is sent as base64 in `id_token`. The access token in the
    answer is
    valid for 2 hours and goes with every other call as `Authorization: Bearer <access token>`.

    The answer states no lifetime. Keys of the vendor's newer console are reported to work as bearer
    tokens
    without this step.

    Args:
        body (AuthenticateRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuthenticateResponse | ErrorResponse]
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
    body: AuthenticateRequest,
) -> AuthenticateResponse | ErrorResponse | None:
    """Exchange an API key for an access token

     Proves possession of the secret key. The text `client_id=<API key>&timestamp=<epoch milliseconds>`
    is encrypted
    with RSA PKCS#1 v1.5 under the secret key, which is the base64 of a DER X.509 SubjectPublicKeyInfo
    (RSA-1024 in
    the vendor's sample), and the ciphertext is sent as base64 in `id_token`. The access token in the
    answer is
    valid for 2 hours and goes with every other call as `Authorization: Bearer <access token>`.

    The answer states no lifetime. Keys of the vendor's newer console are reported to work as bearer
    tokens
    without this step.

    Args:
        body (AuthenticateRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuthenticateResponse | ErrorResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: AuthenticateRequest,
) -> Response[AuthenticateResponse | ErrorResponse]:
    """Exchange an API key for an access token

     Proves possession of the secret key. The text `client_id=<API key>&timestamp=<epoch milliseconds>`
    is encrypted
    with RSA PKCS#1 v1.5 under the secret key, which is the base64 of a DER X.509 SubjectPublicKeyInfo
    (RSA-1024 in
    the vendor's sample), and the ciphertext is sent as base64 in `id_token`. The access token in the
    answer is
    valid for 2 hours and goes with every other call as `Authorization: Bearer <access token>`.

    The answer states no lifetime. Keys of the vendor's newer console are reported to work as bearer
    tokens
    without this step.

    Args:
        body (AuthenticateRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuthenticateResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: Client,
    body: AuthenticateRequest,
) -> AuthenticateResponse | ErrorResponse | None:
    """Exchange an API key for an access token

     Proves possession of the secret key. The text `client_id=<API key>&timestamp=<epoch milliseconds>`
    is encrypted
    with RSA PKCS#1 v1.5 under the secret key, which is the base64 of a DER X.509 SubjectPublicKeyInfo
    (RSA-1024 in
    the vendor's sample), and the ciphertext is sent as base64 in `id_token`. The access token in the
    answer is
    valid for 2 hours and goes with every other call as `Authorization: Bearer <access token>`.

    The answer states no lifetime. Keys of the vendor's newer console are reported to work as bearer
    tokens
    without this step.

    Args:
        body (AuthenticateRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuthenticateResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
