"""Where a key may come from: arguments, the environment, and profiles."""

import asyncio
import builtins
import io
import os
from pathlib import Path

import httpx
import pytest
from safelight import AsyncPerfect, AsyncPilio, Perfect, Pilio
from safelight.core.api.credentials import resolve
from safelight.core.base.facts import load
from safelight.errors import AuthenticationError, ConfigurationError
from support.blocking import on_an_event_loop
from support.clients import KEY
from support.vendors import PNG


@pytest.mark.parametrize(
    "key",
    [
        "",
        " key",
        "key\n",
        "ke\ny",
        "key\x00",
        "schlüssel",
        "\u200bkey",
        "key\r\nX-Evil: 1",
        "key\x7f",
        "\x1bkey",
        "kéy",
        "\udc80key",
        "key\x85",
        "'key'",
        '"key"',
        "`key`",
    ],
)
def test_a_key_that_is_none_is_refused(key):
    with pytest.raises(ConfigurationError) as caught:
        Pilio(key)
    assert caught.value.field == "api_key"
    assert "schlüssel" not in str(caught.value)
    assert ("stands in quotes" in str(caught.value)) == (key[:1] in {"'", '"', "`"} and key != "")


def test_a_missing_key_names_its_variable():
    with pytest.raises(ConfigurationError, match="PILIO_API_KEY"):
        Pilio()
    with pytest.raises(ConfigurationError, match="PERFECT_API_KEY and PERFECT_SECRET_KEY"):
        Perfect()
    with pytest.raises(ConfigurationError, match="PERFECT_SECRET_KEY"):
        Perfect(KEY)


def test_an_argument_comes_before_the_environment_and_that_before_a_profile(monkeypatch, tmp_path):
    path = tmp_path / "profiles.toml"
    path.write_text('[default.pilio]\napi_key = "stored"\n[work.pilio]\napi_key = "work"\n')
    path.chmod(0o600)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(path))
    facts = load("pilio_api")
    assert resolve(facts).api_key == "stored"
    assert resolve(facts, profile="work").api_key == "work"
    monkeypatch.setenv("SAFELIGHT_PROFILE", "work")
    assert resolve(facts).api_key == "work"
    monkeypatch.setenv("PILIO_API_KEY", "environment")
    assert resolve(facts).api_key == "environment"
    assert resolve(facts, api_key="argument").api_key == "argument"


@pytest.fixture
def two_profiles(monkeypatch, tmp_path):
    """The usual profile and one for work, with keys of Pilio and Perfect."""
    path = tmp_path / "profiles.toml"
    path.write_text(
        "".join(
            f'[{name}.pilio]\napi_key = "{name}"\n'
            f'[{name}.perfect]\napi_key = "{name}"\nsecret_key = "{name}-secret"\n'
            for name in ("default", "work")
        )
    )
    path.chmod(0o600)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(path))
    return path


@pytest.mark.parametrize("key", ["", " "])
def test_an_empty_argument_does_not_pick_another_account(key, two_profiles, monkeypatch):
    monkeypatch.setenv("PILIO_API_KEY", "environment")
    monkeypatch.setenv("PILIO_BASE_URL", "https://environment.test")
    for kind in (Pilio, AsyncPilio):
        with pytest.raises(ConfigurationError) as caught:
            kind(key)
        assert caught.value.field == "api_key"
        with pytest.raises(ConfigurationError) as caught:
            kind(base_url="")
        assert caught.value.field == "base_url"
        with pytest.raises(ConfigurationError) as caught:
            kind(profile="")
        assert caught.value.field == "profile"


def test_an_empty_variable_counts_as_none(two_profiles, monkeypatch):
    for name in ("PILIO_API_KEY", "PILIO_BASE_URL", "SAFELIGHT_PROFILE"):
        monkeypatch.setenv(name, "")
    found = resolve(load("pilio_api"))
    assert (found.api_key, found.base_url) == ("default", "https://pilio.ai")


def test_a_profile_that_is_named_comes_before_the_environment(two_profiles, monkeypatch):
    monkeypatch.setenv("PILIO_API_KEY", "environment")
    facts = load("pilio_api")
    assert resolve(facts, profile="work").api_key == "work"
    assert resolve(facts, profile="work", api_key="argument").api_key == "argument"
    assert resolve(facts).api_key == "environment"


def test_a_profile_that_is_named_and_knows_nothing_of_the_vendor_is_refused(two_profiles, monkeypatch):
    monkeypatch.setenv("CLAID_API_KEY", "of-another-account")
    assert resolve(load("claid_api")).api_key == "of-another-account"
    with pytest.raises(
        ConfigurationError, match=r"no section \[work.claid\]; profile 'work' has pilio, perfect"
    ):
        resolve(load("claid_api"), profile="work")


@pytest.mark.parametrize("section", ['api_key = ""', 'base_url = "https://gateway.test"'])
def test_a_profile_that_is_named_takes_no_key_from_elsewhere(monkeypatch, tmp_path, section):
    profiles(monkeypatch, tmp_path, f"[work.pilio]\n{section}\n")
    monkeypatch.setenv("PILIO_API_KEY", "of-another-account")
    with pytest.raises(ConfigurationError, match=r"in profile 'work': add api_key to \[work.pilio\]"):
        resolve(load("pilio_api"), profile="work")
    assert resolve(load("pilio_api"), profile="work", api_key="argument").api_key == "argument"


def test_the_key_of_a_profile_that_is_named_goes_to_no_address_of_the_environment(two_profiles, monkeypatch):
    monkeypatch.setenv("PILIO_BASE_URL", "https://elsewhere.test")
    assert resolve(load("pilio_api"), profile="work").base_url == load("pilio_api").servers[0]


def test_both_halves_of_a_key_come_from_one_place(two_profiles, monkeypatch):
    facts = load("perfect_api")
    assert resolve(facts).secret_key == "default-secret"
    monkeypatch.setenv("PERFECT_SECRET_KEY", "environment-secret")
    with pytest.raises(ConfigurationError, match="PERFECT_SECRET_KEY without PERFECT_API_KEY") as caught:
        resolve(facts)
    assert caught.value.field == "api_key"
    with pytest.raises(ConfigurationError, match="api_key= without secret_key=") as caught:
        resolve(facts, api_key="argument")
    assert caught.value.field == "secret_key"
    assert "environment-secret" not in str(caught.value)
    assert resolve(facts, api_key="a", secret_key="b").secret_key == "b"
    monkeypatch.setenv("PERFECT_API_KEY", "environment")
    assert resolve(facts).secret_key == "environment-secret"
    assert resolve(facts, profile="work").secret_key == "work-secret"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o666, 0o777])
def test_a_profile_file_that_others_can_read_is_refused(monkeypatch, tmp_path, mode):
    path = tmp_path / "profiles.toml"
    path.write_text('[default.pilio]\napi_key = "CANARY"\n')
    path.chmod(mode)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(path))
    with pytest.raises(ConfigurationError, match="chmod 600") as caught:
        Pilio()
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    ["not toml [", b"\xff\xfe", "default = 1", "[default]\npilio = 2", "[default.pilio]\napi_key = 3"],
)
def test_a_broken_profile_file_gives_no_key(monkeypatch, tmp_path, content):
    path = tmp_path / "profiles.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    path.chmod(0o600)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(path))
    with pytest.raises(ConfigurationError):
        Pilio()


def profiles(monkeypatch, tmp_path, content):
    path = tmp_path / "profiles.toml"
    path.write_text(content)
    path.chmod(0o600)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(path))


def test_an_unsafe_address_is_named_after_where_it_stands(monkeypatch, tmp_path):
    with pytest.raises(ConfigurationError, match=r"base_url= 'foo' cannot"):
        Pilio(KEY, base_url="foo")
    profiles(monkeypatch, tmp_path, '[default.pilio]\nbase_url = "http://b.test"\n')
    with pytest.raises(ConfigurationError, match=r"the profile's base_url 'http://b.test' cannot"):
        Pilio(KEY)
    monkeypatch.setenv("PILIO_BASE_URL", "http://a.test")
    with pytest.raises(ConfigurationError, match=r"PILIO_BASE_URL 'http://a.test' cannot"):
        Pilio(KEY)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[default.pilio]\napi_kye = "CANARY"\n', "api_kye is not one of api_key, secret_key, base_url"),
        ("[default.pilio]\napi_key = 3\n", "api_key is not a text"),
        ('[default.pilio]\napi_key "CANARY"\n', r"not a valid TOML file \(at line 2, column 9\)"),
        ('[default.pilio]\napi_key = "CANARY', r"not a valid TOML file \(at end of document\)"),
    ],
)
def test_a_mistake_in_a_profile_is_named_with_its_place(monkeypatch, tmp_path, content, said):
    profiles(monkeypatch, tmp_path, content)
    with pytest.raises(ConfigurationError, match=said) as caught:
        Pilio()
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_profiles_are_read_as_windows_writes_them(monkeypatch, tmp_path, encoding, end):
    """Notepad and PowerShell put a byte order mark first."""
    profiles(monkeypatch, tmp_path, "")
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    text = f'{mark}# schöne Schlüssel{end}[default.pilio]{end}api_key = "stored"{end}'
    (tmp_path / "profiles.toml").write_bytes(text.encode(encoding))
    assert resolve(load("pilio_api")).api_key == "stored"


def test_profiles_in_another_encoding_are_refused_in_words(monkeypatch, tmp_path):
    profiles(monkeypatch, tmp_path, "")
    (tmp_path / "profiles.toml").write_bytes(
        '[default.pilio]\napi_key = "CANARYschlüssel"\n'.encode("latin-1")
    )
    with pytest.raises(ConfigurationError, match="UTF-8") as caught:
        Pilio()
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("name", ["api_key", "secret_key", "base_url", "profile"])
@pytest.mark.parametrize("value", [b"CANARY", 7, True, Path("CANARY"), ["CANARY"]])
def test_settings_are_texts(name, value):
    for kind in (Perfect, AsyncPerfect):
        with pytest.raises(ConfigurationError, match=f"{name} must be a str") as caught:
            kind(**{"api_key": KEY, "secret_key": KEY, name: value})
        assert caught.value.field == name
        assert "CANARY" not in str(caught.value)


@pytest.fixture
def _no_file_is_opened(monkeypatch):
    """On a thread with a running event loop."""

    def watch(module, name):
        real = getattr(module, name)

        def opened(*arguments, **more):
            if on_an_event_loop():
                raise AssertionError(f"{arguments[0]} is opened on the event loop")
            return real(*arguments, **more)

        monkeypatch.setattr(module, name, opened)

    AsyncPilio(KEY)  # what is read once in a process, such as certificates
    for module, name in ((builtins, "open"), (io, "open"), (os, "open")):
        watch(module, name)


@pytest.mark.usefixtures("_no_file_is_opened")
def test_an_async_client_opens_no_file_for_what_is_known_already(two_profiles, monkeypatch):
    async def make(**settings):
        return AsyncPilio(**settings)

    with pytest.raises(AssertionError, match=r"profiles\.toml"):
        asyncio.run(make())
    asyncio.run(make(api_key=KEY, base_url="https://pilio.ai"))
    monkeypatch.setenv("PILIO_API_KEY", KEY)
    asyncio.run(make(base_url="https://pilio.ai"))
    two_profiles.unlink()
    asyncio.run(make())


@pytest.mark.usefixtures("_no_file_is_opened")
def test_an_async_client_may_be_made_on_another_thread(two_profiles):
    sent: list[httpx.Request] = []

    async def make():
        answering = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(401))
        async with httpx.AsyncClient(transport=answering) as http:
            pilio = await asyncio.to_thread(AsyncPilio, http_client=http)
            with pytest.raises(AuthenticationError):
                await pilio.remove_background(PNG, filename="a.png")

    asyncio.run(make())
    assert sent[0].headers["authorization"] == "Bearer default"


def test_an_unknown_profile_is_said_to_be_one(monkeypatch, tmp_path):
    with pytest.raises(ConfigurationError, match="no file"):
        Pilio(profile="work")
    path = tmp_path / "profiles.toml"
    path.write_text("[home]\n")
    path.chmod(0o600)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(path))
    with pytest.raises(ConfigurationError, match="it has home"):
        Pilio(profile="work")


def test_a_user_without_a_home_needs_no_profile(monkeypatch):
    """As in a container that runs under a number without a name."""
    monkeypatch.delenv("SAFELIGHT_PROFILES")

    def homeless(self):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)
    Pilio(KEY).close()


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_profile_file_that_cannot_be_read(monkeypatch, tmp_path):
    path = tmp_path / "profiles.toml"
    path.write_text("[default.pilio]\n")
    path.chmod(0o000)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(path))
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Pilio()
