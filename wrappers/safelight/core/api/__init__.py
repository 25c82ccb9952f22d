"""One call of a vendor's API: request, envelope, errors, retries, limits, credentials."""
