"""HTTP as plain data, and the one place that performs it."""
