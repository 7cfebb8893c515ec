"""The places the office works in: their profiles, what they have and lack."""
