"""The review page: a person looks at the results of a batch in a browser, and accepts, rejects or redoes them."""
