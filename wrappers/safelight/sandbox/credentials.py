"""Credentials the sandbox hands out: the same ones on every machine, worthless everywhere else."""

import base64
import hashlib
from dataclasses import dataclass, field

DEMO_ACCOUNT = "demo"


def api_key(vendor: str, account: str = DEMO_ACCOUNT) -> str:
    """Return the API key of an account."""
    digest = hashlib.sha256(f"safelight sandbox {vendor} {account}".encode()).hexdigest()
    return f"sandbox_{vendor}_{digest[:24]}"


def webhook_secret(vendor: str, account: str = DEMO_ACCOUNT) -> str:
    """Return the secret that webhooks are signed with, in the form that Standard Webhooks asks for."""
    digest = hashlib.sha256(f"safelight sandbox webhooks {vendor} {account}".encode()).digest()
    return f"whsec_{base64.b64encode(digest[:24]).decode()}"


@dataclass(slots=True)
class Keyring:
    """The API keys a sandbox accepts, by vendor."""

    _accounts: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def add(self, vendor: str, account: str = DEMO_ACCOUNT) -> str:
        """Open an account and return its API key."""
        key = api_key(vendor, account)
        self._accounts[vendor, key] = account
        return key

    def revoke(self, vendor: str, account: str = DEMO_ACCOUNT) -> None:
        """Stop accepting the API key of an account."""
        self._accounts.pop((vendor, api_key(vendor, account)), None)

    def account(self, vendor: str, key: str) -> str | None:
        """Return the account an API key belongs to, or None."""
        return self._accounts.get((vendor, key))
