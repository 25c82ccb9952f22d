"""Keys, tokens and presigned queries are followed through everything that a program may print, log or store."""

import asyncio
import copy
import io
import logging
import pickle
import traceback
from collections.abc import Iterator

import attrs
import pytest
from rich.traceback import Traceback
from safelight import AsyncPerfect, Perfect
from safelight.core.base.redact import excerpt, redact, shown
from safelight.errors import SafelightError
from support.clients import KEY, api_of, make_client
from support.hostile import Close, Reset, http
from support.keys import secret_key
from support.real import FAST, serve
from support.scripted import reply
from support.seen import clean, seen_in
from support.vendors import FAKES, PNG

LEAK = "https://store.test/x?X-Amz-Signature=CANARY-echo"


@pytest.fixture
def everything_logged() -> Iterator[io.StringIO]:
    """All that any logger of the process says at DEBUG."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s %(exc_info)s %(stack_info)s"))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


ECHO = f'"message": "bad", "your_key": "{KEY}", "url": "{LEAK}", "u2": "{LEAK.replace("/", chr(92) + "/")}"'
FAULTS = {
    "nothing wrong": None,
    "reset": [Reset()],
    "closed": [Close()],
    "echo in an error": reply(400, f'{{"code": 1, "status": 400, {ECHO}}}'.encode()),
    "echo in a message": reply(
        500, {"message": f"{KEY} {LEAK}", "error": f"Bearer {KEY}", "error_message": LEAK}
    ),
    "echo in HTML": reply(
        200, f"<html>{KEY} <a href='{LEAK}&amp;b'>x</a> Authorization: Bearer {KEY}</html>".encode()
    ),
    "echo in cut JSON": reply(200, f'{{"access_token": "CANARY-cut", "url": "{LEAK}\\u0026b=CANARY'.encode()),
    "echo without data": reply(200, {"code": 200, "status": 200, "url": LEAK, "key": KEY}),
    "redirect with a query": [http(302, b"", {"location": LEAK, "set-cookie": "s=1"})],
    "401": reply(401, {"message": f"token {KEY} is wrong"}),
    "404": reply(404, {"message": LEAK}),
    "echo in a header line": [f"HTTP/1.1 200 OK\r\nbad {LEAK} {KEY}\r\n\r\n".encode(), Close()],
    "echo in the status line": [f"HTTP/1.1 4x {LEAK} {KEY}\r\n\r\n".encode(), Close()],
}
STEPS = {
    "pilio": ["register", "put", "create", "status", "result", "download"],
    "perfect": ["authenticate", "register", "put", "create", "status", "download"],
    "claid": ["upload", "create", "status", "download"],
    "picwish": ["create", "status", "download"],
    "youcam": ["register", "put", "create", "status", "download"],
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("vendor", FAKES)
def test_no_secret_is_shown_whatever_goes_wrong(vendor, fault, everything_logged, tmp_path, capfd):
    shown: list[str] = []

    def note(thing):
        shown.extend(seen_in(thing))
        return thing

    def scenario(client):
        note(client)
        for part in vars(client).values():
            note(part)
        try:
            task = note((yield client.remove_background(PNG, filename="a.png")))
            note(task.token)
            status = note((yield task.status()))
            result = note((yield task.result(within=60)))
            note(status)
            note(result.files)
            note(result.raw)
            note([vars(file) for file in result.files])
            yield result.save(tmp_path, overwrite=True)
            yield result.bytes()
        except SafelightError as error:
            note(error)

    for step in STEPS[vendor]:
        answers = [] if FAULTS[fault] is None else [FAULTS[fault]] * 9
        serve(
            scenario,
            vendor,
            lambda url, step=step, answers=answers: FAKES[vendor]({step: answers}, store=url),
            options=attrs.evolve(FAST, listener=note),
        )
    clean(shown)
    log = everything_logged.getvalue()
    assert "safelight." in log
    clean([log, *capfd.readouterr()])
    if vendor == "perfect":
        assert secret_key() not in log


REFUSALS = {
    "refused": reply(400, {"code": 400, "status": 400, "message": "no"}),
    "401": reply(401, {"message": "no"}),
    "no JSON": reply(200, b"<html>"),
    "no data": reply(200, {"code": 200, "status": 200}),
    "reset": [Reset()],
}


@pytest.mark.parametrize("fault", REFUSALS)
@pytest.mark.parametrize(
    ("vendor", "step"), [(vendor, step) for vendor in FAKES for step in STEPS[vendor] if step != "download"]
)
def test_no_key_stands_among_the_variables_that_a_traceback_shows(vendor, step, fault):
    def scenario(client):
        try:
            task = yield client.remove_background(PNG, filename="a.png")
            yield task.result(within=60)
        except SafelightError as error:
            return error

    for served in serve(
        scenario,
        vendor,
        lambda url: FAKES[vendor]({step: [REFUSALS[fault]] * 9}, store=url),
    ):
        if served.outcome is None:  # the fault was overcome
            continue
        error = served.outcome
        plain = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
        pretty = Traceback.extract(type(error), error, error.__traceback__, show_locals=True)
        shown = [
            plain,
            *(
                str(value)
                for stack in pretty.stacks
                for frame in stack.frames
                for value in frame.locals.values()
            ),
        ]
        assert "client = <" in plain
        for text in shown:
            for secret in (KEY, secret_key(), "token-CANARY"):
                assert secret not in text, text[max(0, text.index(secret) - 300) :][:500]


def test_a_programs_copies_show_nothing_either():
    api = api_of(make_client(Perfect))
    for thing in (api.credentials, api.auth, copy.copy(api)):
        clean(seen_in(thing))


def test_a_pickled_client_holds_no_key():
    """Either it cannot be pickled, or what is pickled holds no key."""
    client = make_client(Perfect)
    for thing in (client, *vars(client).values()):
        try:
            content = pickle.dumps(thing)
        except Exception:  # noqa: BLE001, S112 - any refusal will do
            continue
        assert KEY.encode() not in content


@pytest.mark.parametrize(
    "text",
    [
        'see https://h.test/a?X-Amz-Signature=CANARY"',
        "https:\\/\\/h.test\\/a?sig=CANARY",
        "https:\\\\/\\\\/h.test\\\\/a?sig=CANARY",
        "https://h.test/a?x=1\\u0026sig=CANARY",
        "https://h.test/a?x=1&amp;sig=CANARY'",
        "HTTPS://H.TEST/a?sig=CANARY",
        "https://user:CANARY@h.test/a",
        "https://user:CANARY@h.test/a?b=c",
        "https://h.test/a#access_token=CANARY",
        "Authorization: Bearer CANARY",
        "authorization=Basic CANARY",
        '{"X-API-KEY": "CANARY"}',
        "x-api-key=CANARY",
        '{\\"access_token\\": \\"CANARY\\"}',
        '{"id_token":"CANARY.CANARY"}',
        "bearer   CANARY",
        '"secret_key" : "CANARY"',
        "password=CANARY",
        "X-Amz-Signature=CANARY&b=c",
        "x-oss-signature%3DCANARY%26b",
        "Policy=CANARY",
        '{"sig=CANARY"}',
    ],
)
def test_what_looks_like_a_credential_is_taken_out(text):
    assert "CANARY" not in redact(text)
    assert "CANARY" not in excerpt(text.encode())


@pytest.mark.parametrize("secret", ["abc+/=def", "a b", "schlüssel", 'quo"te'])
@pytest.mark.parametrize("written", ["{}", "x{}y", "{}{}"])
def test_a_known_secret_is_taken_out(secret, written):
    assert secret not in redact(written.format(secret, secret), (secret,))


def test_a_known_secret_is_taken_out_however_it_is_written():
    secret = "MIGf/CAN+ARY=="
    for text in ("MIGf\\/CAN+ARY==", "MIGf%2FCAN%2BARY%3D%3D", "MIGf/CAN%2BARY%3D%3D"):
        assert "ARY" not in redact(f"key={text}&b", (secret,))


def test_plain_text_stays():
    for text in (
        "the token is wrong",
        "no api key: none given",
        "see https://pilio.ai/docs",
        "Invalid token: expired",
        "the signature = wrong",
        "design=bold&policymaker",
    ):
        assert redact(text) == text


def test_a_secret_cut_in_two_by_the_length_shown_is_not_half_shown():
    for padding in range(250, 320):
        shown = excerpt(b"a" * padding + b" https://h.test/x?sig=CANARYCANARYCANARY" + b" b" * 9000)
        assert "CANA" not in shown


def test_a_known_secret_that_begins_among_what_is_shown_is_taken_out_whole():
    secret = "0123456789" * 40  # longer than all that is shown
    for padding in range(0, 300, 7):
        shown = excerpt(b"a" * padding + secret.encode() + b" b" * 9000, (secret,))
        assert "012" not in shown
        assert shown.startswith("a" * padding + "[secret]"[: 300 - padding])


def test_no_secret_is_cut_in_two_at_the_end_of_what_is_read():
    """A query of any length becomes one sign, so that what stands behind it is among what is shown."""
    secret = "0123456789" * 6
    for before in range(8100, 8200):
        query = f"https://h.test/?{'x' * (before - 17)} "
        assert "012" not in excerpt(f"{query}{secret} tail".encode(), (secret,))
        assert "012" not in shown(f'{query}"api_key": "{secret}" tail')


def test_an_answer_that_is_just_short_enough_is_shown_whole():
    assert excerpt(b"a" * 300) == "a" * 300
    assert excerpt(b"a" * 301) == "a" * 300 + "\u2026"


def test_a_long_answer_is_not_read_to_its_end():
    """An answer may be of any length, and taking secrets out of it takes time."""
    assert excerpt(b"https://h.test/?" + b"x" * 100_000 + b" the end") == "https://h.test/?\u2026"


def test_an_error_of_an_async_client_survives_pickling():
    async def fail() -> SafelightError:
        async with AsyncPerfect(KEY, secret_key="no key at all", base_url="https://api.test") as client:
            try:
                await client.remove_background(PNG, filename="a.png")
            except SafelightError as error:
                return error
        raise AssertionError

    error = asyncio.run(fail())
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
    clean(seen_in(error))
