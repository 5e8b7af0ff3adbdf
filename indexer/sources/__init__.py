"""From a file to a document: one module per format."""
