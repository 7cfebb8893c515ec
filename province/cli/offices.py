"""The words about offices: office add, office list."""

from __future__ import annotations

from argparse import Namespace

from desktop.system.terminal import emit
from province.cli.opening import opened
from province.store.devices import devices
from province.store.offices import offices


def office(words: Namespace) -> int:
    with opened(words) as province, province.database.reading() as connection:
        for one in offices(connection):
            laptops = devices(connection, one.id)
            contacts = [laptop.seen_at for laptop in laptops if laptop.seen_at]
            emit({**one._asdict(), "devices": len(laptops), "last_contact": max(contacts, default=None)})
    return 0
