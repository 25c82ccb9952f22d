"""Options that cannot be used are refused where they are set, and so before anything is bought."""

import math

import pytest
from safelight import ConfigurationError, Connection, Options, RetryPolicy


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
    + [("poll_cost", value) for value in (None, -1, math.nan, "9")],
)
def test_options_are_of_their_kinds(name: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=name) as caught:
        Options(**{name: value})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.field == name
