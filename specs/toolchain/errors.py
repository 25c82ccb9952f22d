"""The one exception of the toolchain."""


class ToolchainError(Exception):
    """Something the user of the toolchain can put right; the message says what and how."""
