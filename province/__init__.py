"""The provincial server: it receives what offices may publish, answers, and relays what it cannot read."""
