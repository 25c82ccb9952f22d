"""Tools for AI agents: ``safelight mcp`` serves every operation over the Model Context Protocol.

Needs the extra ``mcp``. Everything here is imported on first use.
"""
