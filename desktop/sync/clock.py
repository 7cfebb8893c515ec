"""Time that can be wrong: stamps of a device, what others make of them, and what was found out about its clock."""
