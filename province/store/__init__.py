"""The province's database: one code for PostgreSQL and the embedded SQLite file."""
