"""One module a vendor: its operations, and what only this vendor does."""
