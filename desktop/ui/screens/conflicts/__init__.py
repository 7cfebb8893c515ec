"""The room of what laptops disagree about."""
