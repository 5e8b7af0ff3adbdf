"""What in a question is understood as something else than words to search for: a period, a body, a person, an order.

Each kind of reading is a file of its own with one pure function from `Plain` (the question less what is quoted,
excluded, or asked for literally) to readings; `reader.py` puts them together. A reading is never silent: it is told
with the answer, and the asker can have its words taken literally (`literal=` in the address).
"""
