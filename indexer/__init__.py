"""From files to the engine: sources, parsing, passages, embedding, and the pipeline that joins them."""
