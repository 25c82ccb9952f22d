"""An emulator of Pilio, Perfect, Claid and PicWish on one local port, for development and tests.

from safelight.sandbox import Sandbox

with Sandbox() as sandbox:
    os.environ.update(sandbox.environment())
"""

from safelight.sandbox.clock import Clock
from safelight.sandbox.faults import Fault, FaultKind, FaultPlan
from safelight.sandbox.journal import RequestRecord
from safelight.sandbox.ledger import Entry, Ledger
from safelight.sandbox.server import Sandbox

__all__ = ["Clock", "Entry", "Fault", "FaultKind", "FaultPlan", "Ledger", "RequestRecord", "Sandbox"]
