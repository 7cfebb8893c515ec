"""What the five articles tell, as records: loaded through the real services by `tests/services/test_seed_facts.py`."""
