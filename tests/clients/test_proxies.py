"""Proxies of the environment are heeded for vendors and passed by for an API on this machine."""

import asyncio
from pathlib import Path

import pytest
from safelight import AsyncPilio, Options, Pilio, RetryPolicy, Unavailable
from safelight.sandbox import Sandbox


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
