"""Options that cannot be used are refused where they are set, and so before anything is bought."""

import math
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from safelight import (
    AsyncClaid,
    AsyncPilio,
    Claid,
    ConfigurationError,
    Connection,
    Options,
    Perfect,
    PerfectOptions,
    Pilio,
    PilioOptions,
    RetryPolicy,
)
from safelight.sandbox import Sandbox
from safelight.vendors.perfect import Feature
from support.clients import make_client, unlimited
from support.scripted import Answer, Script, ScriptedHttp, Sent
from support.vendors import FakePerfect


@pytest.mark.parametrize("value", [None, 0, -1, math.nan, math.inf, 1e12, "9", True])
@pytest.mark.parametrize("name", ["connect_timeout", "read_timeout", "write_timeout"])
def test_a_timeout_is_a_number_of_seconds(name: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=name) as caught:
        Connection(**{name: value})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.field == name


@pytest.mark.parametrize("value", [None, 0, -1, 1.5, "9"])
def test_connections_are_counted(value: object) -> None:
    with pytest.raises(ConfigurationError, match="connections"):
        Connection(connections=value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("value", [False, True, "ca.pem"])
def test_certificates_are_an_ssl_context(value: object) -> None:
    with pytest.raises(ConfigurationError, match=r"verify must be SSLContext\(\.\.\.\) or None"):
        Connection(verify=value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("value", [None, -1, math.nan, math.inf, "9"])
@pytest.mark.parametrize(
    "name", ["attempts", "first_delay", "longest_delay", "longest_retry_after", "within"]
)
def test_a_retry_policy_is_made_of_numbers(name: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=name) as caught:
        RetryPolicy(**{name: value})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.field == name


def test_a_call_is_sent_at_least_once() -> None:
    with pytest.raises(ConfigurationError, match="attempts"):
        RetryPolicy(attempts=0)
    assert RetryPolicy(first_delay=0, longest_delay=0, within=0).attempts == 5


@pytest.mark.parametrize(
    ("name", "value"),
    [("connection", None), ("connection", {"read_timeout": 5}), ("retry", None), ("retry", 3)]
    + [("listener", "print"), ("before_purchase", 3)]
    + [("poll_cost", value) for value in (None, -1, math.nan, "9")],
)
def test_options_are_of_their_kinds(name: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=name) as caught:
        Options(**{name: value})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.field == name


@pytest.mark.parametrize(
    ("kinds", "options"),
    [
        ((Pilio, AsyncPilio), PerfectOptions()),
        ((Claid, AsyncClaid), PilioOptions()),
    ],
)
def test_options_of_another_vendor_are_refused(kinds: tuple[type, ...], options: Options) -> None:
    for kind in kinds:
        with pytest.raises(
            ConfigurationError, match=f"{type(options).__name__} is of another vendor"
        ) as caught:
            kind("key", options=options)
        assert caught.value.field == "options"


def test_options_of_ones_own_are_taken_by_every_client() -> None:
    class Mine(Options):
        pass

    Pilio("key", options=Mine()).close()
    Claid("key", options=Mine()).close()


@pytest.mark.parametrize("slugs", [{"no-such": "x"}, {"wig": ""}, {"wig": "../files"}, {"wig": "a?b"}])
def test_slugs_are_those_of_features(slugs: dict[Feature, str]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        PerfectOptions(slugs=slugs)
    assert caught.value.field == "slugs"


async def _later(event: object) -> None:
    raise AssertionError


class _CalledLater:
    async def __call__(self, event: object) -> None:
        raise AssertionError


@pytest.mark.parametrize("name", ["before_purchase", "listener"])
@pytest.mark.parametrize("function", [_later, partial(_later), _CalledLater(), _CalledLater().__call__])
def test_a_function_that_nobody_would_await_is_refused(name: str, function: object) -> None:
    with pytest.raises(ConfigurationError, match=f"{name} must be a plain function") as caught:
        Options(**{name: function})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.field == name
    assert Options(**{name: partial(print)})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_claid_announces_the_upload_of_a_file_and_its_edit(sandbox: Sandbox, photo: Path) -> None:
    announced: list[str] = []
    options = Options(before_purchase=lambda purchase: announced.append(purchase.operation))
    with Claid(options=options) as claid:
        claid.remove_background(photo)
    assert announced == ["upload_and_edit", "create_async_edit"]


def test_a_client_and_its_copies_sign_in_once():
    begun = threading.Event()

    class Slow(FakePerfect):
        def authenticate(self, sent: Sent) -> Answer:
            begun.set()
            time.sleep(0.3)
            return super().authenticate(sent)

    fake = Slow()
    client = make_client(Perfect, http=ScriptedHttp(Script(fake)), limiter=unlimited)
    copy = client.with_options(poll_cost=1.0)
    first = threading.Thread(target=client.resume("17", operation="remove_background").status)
    first.start()
    begun.wait()
    copy.resume("17", operation="remove_background").status()
    first.join()
    assert fake.calls["authenticate"] == 1
