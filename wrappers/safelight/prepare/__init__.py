"""Prepares pictures before they are sent: turns, converts and shrinks copies until they keep an operation's limits.

Needs the extra ``images``. A client with ``Options(prepare="auto")`` imports it on first use; checks and
pages use its reader of pictures.
"""
