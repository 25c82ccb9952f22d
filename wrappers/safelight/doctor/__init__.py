"""What stands between this machine and the vendors; the command imports the rest when it runs."""
