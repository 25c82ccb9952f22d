"""Webhooks: a vendor calls you when a task is done. Verify each call before you trust it.

from safelight.webhooks import claid, youcam

event = claid.verify(request.headers, request.body, secret)
"""
