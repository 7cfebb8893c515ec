"""Persian text, digits, calendar, money and identifiers, exact and free of any toolkit."""
