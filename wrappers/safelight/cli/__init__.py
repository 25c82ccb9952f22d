"""The command line: every operation of every vendor as a subcommand, made from the operation itself."""
