"""«ساکنان»: everyone who is registered, found while typing."""
