"""The room of sync."""
