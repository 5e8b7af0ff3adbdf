"""The Elasticsearch engine, measured on a real server: the one that is named, or one of its own."""
