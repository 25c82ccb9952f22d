"""Keeps a folder of results in step with a folder of pictures; what is known by its content is never bought again."""
