"""What an office knows: records, code lists, rules, life cycles, indicators. No engine, no Qt, no network."""
