"""What object stores say: errors by their own codes, and ETags that are checksums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import md5
from typing import Literal, TypeAlias

from safelight.core.http.messages import passes

Meaning: TypeAlias = Literal["expired", "passing", "refused"]

CODE_WITHIN = 65_536
"""Bytes of a refusal in which its code is looked for."""
CODE = re.compile(rb"<Code>\s*([A-Za-z0-9.]{1,64})\s*</Code>")
"""Found by its tag, for no XML parser has to meet what a stranger sends."""
EXPIRED = (403, 404, 410)
"""What stores answer to a URL that is no longer valid, or whose object is gone."""
WORDS: Mapping[str, Meaning] = {
    # S3 and those that speak like it, GCS, Aliyun OSS, Tencent COS
    "ExpiredToken": "expired",
    "InvalidToken": "expired",
    "TokenRefreshRequired": "expired",
    "RequestExpired": "expired",
    "SecurityTokenExpired": "expired",
    "InvalidSecurityToken": "expired",
    "RequestTimeout": "passing",
    "RequestTimeTooSkewed": "expired",
    "SlowDown": "passing",
    "SlowDownRead": "passing",
    "SlowDownWrite": "passing",
    "InternalError": "passing",
    "ServiceUnavailable": "passing",
    "OperationAborted": "passing",
    "ConditionalRequestConflict": "passing",
    "Throttling": "passing",
    "ThrottlingException": "passing",
    "RequestThrottled": "passing",
    "RequestLimitExceeded": "passing",
    "TooManyRequests": "passing",
    "BandwidthLimitExceeded": "passing",
    "TotalQpsLimitExceeded": "passing",
    "UploadTrafficRateLimitExceeded": "passing",
    "DownloadTrafficRateLimitExceeded": "passing",
    # the bytes were damaged or cut on their way
    "BadDigest": "passing",
    "IncompleteBody": "passing",
    "XAmzContentSHA256Mismatch": "passing",
    # Azure
    "AuthenticationFailed": "expired",
    "ServerBusy": "passing",
    "OperationTimedOut": "passing",
    "Md5Mismatch": "passing",
}
"""Codes that mean another thing than their status, or that come with several."""
MD5_ETAG = re.compile(r'"([0-9a-f]{32})"')
PLAIN_ENCRYPTION = ("", "AES256")
"""Under which an ETag remains the MD5 of the content."""


def code_of(headers: Mapping[str, str], content: bytes) -> str | None:
    """The error code that a store gives; None for none."""
    match = CODE.search(content[:CODE_WITHIN])
    code = match[1].decode() if match else headers.get("x-ms-error-code", "")
    return code if re.fullmatch(r"[A-Za-z0-9.]{1,64}", code) else None


def meaning_of(status: int, headers: Mapping[str, str], content: bytes) -> Meaning:
    """What an answer that is no success means: by its code, or else by its status."""
    known = WORDS.get(code_of(headers, content) or "")
    if known is not None:
        return known
    if status in EXPIRED:
        return "expired"
    return "passing" if passes(status) else "refused"


def said(status: int, headers: Mapping[str, str], content: bytes) -> str:
    """An answer in words, for messages."""
    code = code_of(headers, content)
    return f"HTTP {status}" if code is None else f"HTTP {status} {code}"


def md5_of(headers: Mapping[str, str]) -> str | None:
    """The MD5 that an ETag is: 32 hex digits, unless the object is encrypted in a way that changes it."""
    match = MD5_ETAG.fullmatch(headers.get("etag", ""))
    encrypted = (
        headers.get("x-amz-server-side-encryption", "") not in PLAIN_ENCRYPTION
        or headers.get("x-oss-server-side-encryption", "") not in PLAIN_ENCRYPTION
        or any("encryption" in name and ("-key" in name or "customer" in name) for name in headers)
    )
    return None if match is None or encrypted else match[1]


def md5_digest(chunks: Iterable[bytes]) -> str:
    """The MD5 of content, as an ETag has it."""
    digest = md5(usedforsecurity=False)
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
