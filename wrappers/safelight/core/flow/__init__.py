"""Flows: effects, the drivers that perform them, and methods made of flows."""
