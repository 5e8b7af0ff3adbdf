"""The embedded engine: SQLite is the truth, tantivy and vector segments follow it; no server."""
