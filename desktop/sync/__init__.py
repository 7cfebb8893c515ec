"""Sync: one log, one bundle, two roads (docs/sync.md)."""
