"""What was bought and what it costs: a ledger of purchases, caps, and comparison with a vendor's statement."""

from safelight.costs.caps import CapReached, Caps
from safelight.costs.ledger import Ledger

__all__ = ["CapReached", "Caps", "Ledger"]
