"""«گزارش تجمیعی استان» (domain §4.3): a month of all offices together, from the reports that the province accepted."""
