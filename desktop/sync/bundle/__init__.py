"""What travels: segments, keys, manifests and the courier's file; no table and no network (docs/sync-format.md)."""
