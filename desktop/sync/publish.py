"""What the province may see: a table of kind, field and condition, derived from sensitivity and consent (G-15)."""
