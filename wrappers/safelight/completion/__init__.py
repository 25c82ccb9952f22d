"""Completion of words in shells; the command imports the rest when it runs."""
