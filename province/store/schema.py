"""All tables of the province's database in one place, for the migrations and for the test that compares them."""

from province.store.published import PUBLISHED
from province.store.tables import METADATA

__all__ = ["METADATA", "PUBLISHED"]
