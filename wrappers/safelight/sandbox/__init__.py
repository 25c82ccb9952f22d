"""An emulator of all vendors on one local port, for development and tests.

from safelight.sandbox import Sandbox

with Sandbox() as sandbox:
    os.environ.update(sandbox.environment())
"""

try:
    from safelight.sandbox.clock import Clock
    from safelight.sandbox.faults import Fault, FaultKind, FaultPlan
    from safelight.sandbox.journal import RequestRecord
    from safelight.sandbox.ledger import Entry, Ledger
    from safelight.sandbox.server import Sandbox
    from safelight.sandbox.webhooks import WebhookRecord, Webhooks
except ModuleNotFoundError as error:
    from safelight.extras import install_hint

    raise ModuleNotFoundError(
        f"the sandbox needs {error.name}: {install_hint('sandbox')}", name=error.name
    ) from error

__all__ = [
    "Clock",
    "Entry",
    "Fault",
    "FaultKind",
    "FaultPlan",
    "Ledger",
    "RequestRecord",
    "Sandbox",
    "WebhookRecord",
    "Webhooks",
]
