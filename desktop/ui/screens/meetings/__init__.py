"""Meetings with their minutes and resolutions, memoranda with their commitments."""
