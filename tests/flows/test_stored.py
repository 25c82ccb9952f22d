"""An upload has arrived only where storage itself says so."""

from hashlib import md5

import pytest
from safelight.errors import SafelightError, UploadFailed
from support.scripted import Answer, reply
from support.vendors import PNG, QUERY, FakePilio
from support.worlds import Played, play

RIGHT = md5(PNG, usedforsecurity=False).hexdigest()
WRONG = RIGHT[::-1]
KMS = {
    "x_amz_server_side_encryption": "aws:kms",
    "x_amz_server_side_encryption_aws_kms_key_id": "arn:aws:kms:x",
}


def sent(puts: list[Answer | None]) -> Played:
    def scenario(client):
        try:
            return (yield client.remove_background(PNG, filename="a.png"))
        except SafelightError as error:
            return error

    return play("pilio", lambda: FakePilio({"put": puts}), scenario)


def puts(played: Played) -> list[str]:
    return [sent.url for sent in played.sent if sent.method == "PUT"]


def page() -> Answer:
    return reply(200, b"<html>Sign in</html>", content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("answer", [page(), reply(200, b"", etag=f'"{WRONG}"')], ids=["page", "md5"])
def test_what_is_not_stored_is_sent_again(answer):
    played = sent([answer])
    assert played.outcome.token
    assert len(puts(played)) == 2
    failed = sent([answer] * 9).outcome
    assert isinstance(failed, UploadFailed)
    assert "Nothing was bought" in str(failed)


@pytest.mark.parametrize(
    "answer",
    [
        reply(200, b"", etag=f'"{RIGHT}"'),
        reply(200, b"", etag=f'"{WRONG}"', **KMS),
        reply(200, b"", etag=f'"{WRONG}"', x_amz_server_side_encryption_customer_algorithm="AES256"),
        reply(200, b"", etag=f'"{WRONG}-2"'),
        reply(200, b"", etag='"0x8D4BCC2E4835CD0"'),
        reply(200, b""),
        reply(200, b"", content_type="text/html"),
        reply(201, b""),
        reply(204, b""),
    ],
)
def test_what_is_stored_is_not_sent_again(answer):
    played = sent([answer])
    assert played.outcome.token
    assert len(puts(played)) == 1


def test_the_md5_that_is_plainly_encrypted_still_counts():
    played = sent([reply(200, b"", etag=f'"{WRONG}"', x_amz_server_side_encryption="AES256")])
    assert len(puts(played)) == 2


def refusal(status: int, code: str, **headers: str) -> Answer:
    content = f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><Error><Code>{code}</Code></Error>"
    return reply(status, content.encode(), content_type="application/xml", **headers)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "ExpiredToken"),
        (400, "TokenRefreshRequired"),
        (403, "AccessDenied"),
        (403, "AuthenticationFailed"),
        (403, "SecurityTokenExpired"),
    ],
)
def test_a_fresh_url_is_asked_for_in_place_of_one_that_is_over(status, code):
    played = sent([refusal(status, code)])
    assert played.outcome.token
    assert [url.removesuffix(f"?{QUERY}") for url in puts(played)] == [
        "https://store.test/up/1-0",
        "https://store.test/up/2-0",
    ]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "RequestTimeout"),
        (400, "BadDigest"),
        (400, "IncompleteBody"),
        (409, "OperationAborted"),
        (503, "SlowDown"),
        (503, "ServerBusy"),
        (500, "OperationTimedOut"),
    ],
)
def test_what_passes_is_sent_again(status, code):
    played = sent([refusal(status, code)])
    assert played.outcome.token
    assert len(puts(played)) == 2
    assert len(set(puts(played))) == 1


def test_a_refusal_is_told_in_storages_words():
    failed = sent([refusal(400, "EntityTooLarge")]).outcome
    assert isinstance(failed, UploadFailed)
    assert "HTTP 400 EntityTooLarge" in str(failed)
    odd = sent([refusal(400, "<x>&a;" + "A" * 100)]).outcome
    assert "HTTP 400 to PUT" in str(odd)
