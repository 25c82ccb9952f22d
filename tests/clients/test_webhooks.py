"""Webhooks: believed only with the right signature over the very bytes that came."""

import base64
import hmac
import json
from hashlib import sha256
from typing import Any

import pytest
from safelight import AuthenticationError, ConfigurationError, InvalidInput, UnexpectedResponse
from safelight.webhooks import claid, youcam
from support.recorded import places, replaced

BODY = json.dumps(
    {"id": 7, "status": "DONE", "result": {"output_object": {"tmp_url": "https://example.com/a.png"}}}
).encode()
# The vector that the Standard Webhooks libraries publish.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
IDENTITY = "msg_p5jXN8AQM9LWM0D4loKWxJek"
STAMP = 1614265330
VECTOR_BODY = b'{"test": 2432232314}'
VECTOR_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    "encode", [lambda digest: digest.hex(), lambda digest: base64.b64encode(digest).decode()]
)
def test_claid_signs_in_hex_or_base64(encode) -> None:
    signature = encode(hmac.new(b"secret", BODY, sha256).digest())
    event = claid.verify({"X-Claid-Hmac-SHA256": signature}, BODY, "secret")
    assert (event.task_id, event.phase) == ("7", "succeeded")
    assert event.raw.id == 7


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, BODY),
        ({"x-claid-hmac-sha256": ""}, BODY),
        ({"x-claid-hmac-sha256": hmac.new(b"other", BODY, sha256).hexdigest()}, BODY),
        ({"x-claid-hmac-sha256": hmac.new(b"secret", BODY, sha256).hexdigest()}, BODY + b" "),
    ],
)
def test_claid_refuses_what_is_not_signed(headers: dict[str, str], body: bytes) -> None:
    with pytest.raises(AuthenticationError):
        claid.verify(headers, body, "secret")


@pytest.mark.parametrize("header", [chr(0xDCFF), chr(0xD800), "é"])
def test_a_signature_that_is_no_text_is_refused_as_any_wrong_one(header: str) -> None:
    with pytest.raises(AuthenticationError):
        claid.verify({"x-claid-hmac-sha256": header}, BODY, "secret")
    for name in standard():
        with pytest.raises(AuthenticationError):
            youcam.verify({**standard(), name: f"v1,{header}"}, VECTOR_BODY, SECRET, now=STAMP)


@pytest.mark.parametrize("body", [BODY.decode(), json.loads(BODY), None])
def test_a_body_that_is_not_the_bytes_that_came_is_refused(body: Any) -> None:
    verifiers: list[tuple[Any, dict[str, str], str]] = [
        (claid.verify, {"x-claid-hmac-sha256": "00"}, "secret"),
        (youcam.verify, standard(), SECRET),
    ]
    for verify, headers, secret in verifiers:
        with pytest.raises(InvalidInput, match="bytes") as caught:
            verify(headers, body, secret)
        assert caught.value.field == "body"


def test_an_empty_secret_is_refused_whatever_is_signed_with_it() -> None:
    """A secret read from a variable that is not set would make every forgery valid."""
    forged = hmac.new(b"", BODY, sha256).hexdigest()
    with pytest.raises(ConfigurationError) as raised:
        claid.verify({"x-claid-hmac-sha256": forged}, BODY, "")
    assert raised.value.field == "secret"
    digest = hmac.new(b"", f"{IDENTITY}.{STAMP}.".encode() + VECTOR_BODY, sha256).digest()
    headers = standard(signature=f"v1,{base64.b64encode(digest).decode()}")
    for secret in ("", "whsec_"):
        with pytest.raises(ConfigurationError) as raised:
            youcam.verify(headers, VECTOR_BODY, secret, now=STAMP)
        assert raised.value.field == "secret"


def test_claid_reads_an_envelope_too_and_says_when_it_cannot() -> None:
    assert claid.parse_unverified(b'{"data": ' + BODY + b"}").task_id == "7"
    for body in (b"", b"[]", b"{}", b"not json"):
        with pytest.raises(UnexpectedResponse):
            claid.parse_unverified(body)


EVENTS: list[tuple[Any, dict[str, Any]]] = [
    (claid.parse_unverified, json.loads(BODY)),
    (claid.parse_unverified, {"data": json.loads(BODY)}),
    (
        youcam.parse_unverified,
        {"created_at": 1761112848, "data": {"task_id": "t+/1", "task_status": "success"}},
    ),
]
ODD = [None, True, 0, -1, 1.5, float("inf"), 10**400, "", "x", "\ud800", [], [1], [[]], {}, {"a": 1}]


@pytest.mark.parametrize(("parse", "event"), EVENTS)
def test_an_event_with_any_value_in_any_field_is_read_or_refused(parse: Any, event: Any) -> None:
    for place in places(event):
        for value in ODD:
            try:
                read = parse(json.dumps(replaced(event, {place: value})).encode())
            except UnexpectedResponse:
                continue
            assert read.phase in ("queued", "running", "succeeded", "failed")
            f"{read}".encode()


@pytest.mark.parametrize("parse", [claid.parse_unverified, youcam.parse_unverified])
@pytest.mark.parametrize("body", [b"\xff", b"[" * 100_000, b'{"data":' * 100_000, b"9" * 5000, b"\x00"])
def test_a_body_that_cannot_be_read_is_refused(parse: Any, body: bytes) -> None:
    with pytest.raises(UnexpectedResponse):
        parse(body)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_a_body_may_be_of_any_kind_of_bytes(kind: Any) -> None:
    assert claid.parse_unverified(kind(b"\xef\xbb\xbf" + BODY)).task_id == "7"


def standard(
    identity: str = IDENTITY, signature: str = VECTOR_SIGNATURE, stamp: int = STAMP
) -> dict[str, str]:
    return {"webhook-id": identity, "webhook-timestamp": str(stamp), "webhook-signature": signature}


def test_youcam_agrees_with_the_published_vector() -> None:
    with pytest.raises(
        UnexpectedResponse
    ):  # the signature is right; the vector's body is no event of Perfect's
        youcam.verify(standard(), VECTOR_BODY, SECRET, now=STAMP)


def signed(body: bytes, stamp: int = STAMP) -> dict[str, str]:
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    digest = hmac.new(key, f"{IDENTITY}.{stamp}.".encode() + body, sha256).digest()
    return standard(signature=f"v1,{'A' * 44} v1,{base64.b64encode(digest).decode()}", stamp=stamp)


def test_youcam_reads_an_event() -> None:
    body = json.dumps(
        {"created_at": 1761112848, "data": {"task_id": "t+/1", "task_status": "success"}}
    ).encode()
    event = youcam.verify(signed(body), body, SECRET, now=STAMP + 10)
    assert (event.id, event.task_id, event.phase, event.created_at) == (
        IDENTITY,
        "t+/1",
        "succeeded",
        1761112848,
    )


@pytest.mark.parametrize(
    ("headers", "now", "secret", "error"),
    [
        (standard(signature="v1,AAAA"), STAMP, SECRET, AuthenticationError),
        (standard(signature=VECTOR_SIGNATURE.replace("v1", "v2")), STAMP, SECRET, AuthenticationError),
        (standard(), STAMP + 301, SECRET, AuthenticationError),
        (standard(identity="other"), STAMP, SECRET, AuthenticationError),
        ({}, STAMP, SECRET, AuthenticationError),
        (standard(), STAMP, "whsec_***", ConfigurationError),
    ],
)
def test_youcam_refuses(headers: dict[str, str], now: float, secret: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        youcam.verify(headers, VECTOR_BODY, secret, now=now)
