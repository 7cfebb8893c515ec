"""The audit log of the office."""
