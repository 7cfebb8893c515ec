"""The province's pages: rendered here, right to left, with nothing built and nothing fetched from elsewhere."""
