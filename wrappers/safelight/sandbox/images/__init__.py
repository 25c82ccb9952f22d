"""The image work of the sandbox: plain functions on arrays, run in threads by the tasks."""
