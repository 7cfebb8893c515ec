"""The month in numbers: each file computes the indicators of one subject in SQL over a snapshot of the month."""
