"""The tooling that turns the specs into the generated packages and watches over both.

Run as ``python -m toolchain COMMAND`` from the folder ``specs``; the nox sessions of the same names do that.
"""
