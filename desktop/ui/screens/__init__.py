"""One package per subject; no screen imports another."""
