"""Bad input wherever strangers may write: millions by hand (`python -m tests.fuzz`), a few hundred in the suite."""
