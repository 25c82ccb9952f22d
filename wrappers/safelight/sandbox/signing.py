"""Signed, expiring URLs: one method on one object for a limited time."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypedDict
from urllib.parse import quote, urlencode

ALGORITHM = "SAFELIGHT-HMAC-SHA256"
_DATE_FORMAT = "%Y%m%dT%H%M%S.%fZ"


class Upload(TypedDict, total=False):
    """What a signed URL to upload allows further.

    `content_type` is part of the signature where given: the request must carry exactly this header, as with
    a vendor that returns the headers to send next to the URL. The others name a part of a multipart upload.
    """

    content_type: str
    upload_id: str
    part_number: int


@dataclass(frozen=True, slots=True)
class Grant:
    """What a signed URL allows: one method on one object, or on one part of it."""

    method: str
    key: str
    content_type: str = ""
    upload_id: str = ""
    part_number: int = 0


class SignatureMismatch(Exception):
    """The signature is missing, malformed or belongs to another request."""


class SignatureExpired(Exception):
    """The signature was good once; its lifetime has passed."""


class Signer:
    """Issues and checks the query of signed URLs with one secret."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def query(self, grant: Grant, now: float, lifetime: float) -> str:
        """Return the query string that carries a grant from now on, for so many seconds."""
        fields = {
            "X-Amz-Algorithm": ALGORITHM,
            "X-Amz-Date": datetime.fromtimestamp(now, UTC).strftime(_DATE_FORMAT),
            "X-Amz-Expires": f"{lifetime:g}",
            "X-Amz-SignedHeaders": "content-type;host" if grant.content_type else "host",
        }
        if grant.upload_id:
            fields["uploadId"] = grant.upload_id
            fields["partNumber"] = str(grant.part_number)
        fields["X-Amz-Signature"] = self._sign(grant.method, grant.key, fields, grant.content_type)
        return urlencode(fields, quote_via=quote)

    def check(
        self, method: str, key: str, query: Mapping[str, str], *, content_type: str, now: float
    ) -> Grant:
        """Return the grant that a request was made with.

        Raises:
            SignatureMismatch: The query was not signed here for this method, object and content type.
            SignatureExpired: It was, and its time is over.
        """
        fields = {name: value for name, value in query.items() if name != "X-Amz-Signature"}
        signed_type = content_type if "content-type" in fields.get("X-Amz-SignedHeaders", "") else ""
        expected = self._sign(method, key, fields, signed_type)
        # A query may hold bytes that are not text; they arrive as surrogates.
        given = query.get("X-Amz-Signature", "").encode("utf-8", "surrogatepass")
        if not hmac.compare_digest(expected.encode(), given):
            raise SignatureMismatch
        # Signed by us, so every field has the form we gave it.
        issued = datetime.strptime(fields["X-Amz-Date"], _DATE_FORMAT).replace(tzinfo=UTC).timestamp()
        if now >= issued + float(fields["X-Amz-Expires"]):
            raise SignatureExpired
        part = fields.get("uploadId", ""), int(fields.get("partNumber", "0"))
        return Grant(method, key, signed_type, *part)

    def _sign(self, method: str, key: str, fields: Mapping[str, str], content_type: str) -> str:
        canonical = "\n".join([method, key, urlencode(sorted(fields.items())), content_type])
        return hmac.new(self._secret, canonical.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
