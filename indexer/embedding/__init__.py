"""Meaning as vectors: two embedders behind one protocol."""
