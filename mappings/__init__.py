"""The contract: what is stored, how Danish text is analysed, what can be set. Imports nothing of ours."""
