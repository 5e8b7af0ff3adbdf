"""The grammar of minutes: from the lines of a document to a meeting and its items."""
