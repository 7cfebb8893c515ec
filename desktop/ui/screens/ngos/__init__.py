"""The NGOs and their plans."""
