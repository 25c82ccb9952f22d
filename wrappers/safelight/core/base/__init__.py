"""What everything else stands on: facts, events, handles, and small helpers."""
