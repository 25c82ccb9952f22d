"""What every vendor's client shares: flows, drivers, calls, polling, transfers, tasks and errors."""
