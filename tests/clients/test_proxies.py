"""Proxies of the environment are heeded for vendors and passed by for an API on this machine."""

import asyncio
from pathlib import Path

import pytest
from safelight import (
    AsyncClaid,
    AsyncPilio,
    Claid,
    Connection,
    Options,
    Pilio,
    RetryPolicy,
    Unavailable,
)
from safelight.sandbox import Sandbox
from support.hostile import HostileServer, http

PICTURE = "https://pictures.test/a.png"


def test_a_sandbox_is_reached_past_a_proxy(
    sandbox: Sandbox, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with Pilio() as pilio:
        assert pilio.remove_background(photo).result().bytes()

    async def scenario() -> bytes:
        async with AsyncPilio() as pilio:
            return await (await (await pilio.remove_background(photo)).result()).bytes()

    assert asyncio.run(scenario())


def test_a_vendor_is_reached_through_it(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("PILIO_BASE_URL", raising=False)
    options = Options(retry=RetryPolicy(attempts=1))
    with Pilio(api_key="key", options=options) as pilio, pytest.raises(Unavailable, match="refused"):
        pilio.remove_background(photo)

    async def scenario() -> None:
        async with AsyncPilio(api_key="key", options=options) as pilio:
            await pilio.remove_background(photo)

    with pytest.raises(Unavailable, match=r"All connection attempts failed|refused"):
        asyncio.run(scenario())


@pytest.mark.parametrize("world", ["sync", "async"])
def test_a_proxy_that_opens_no_tunnel_costs_nothing(world: str) -> None:
    """The purchase never left, so it is tried again, and nobody has to look into the vendor's records."""
    with HostileServer(lambda _: [http(403)]) as proxy:
        connection = Connection(proxy=proxy.url)
        options = Options(
            retry=RetryPolicy(attempts=3, first_delay=0, longest_delay=0), connection=connection
        )

        async def scenario() -> None:
            async with AsyncClaid("key", base_url="https://claid.test", options=options) as claid:
                await claid.remove_background(PICTURE)

        def buy() -> None:
            with Claid("key", base_url="https://claid.test", options=options) as claid:
                claid.remove_background(PICTURE)

        with pytest.raises(Unavailable) as caught:
            buy() if world == "sync" else asyncio.run(scenario())
        assert [sent.method for sent in proxy.seen] == ["CONNECT"] * 3
    assert caught.value.attempts == 3
