"""The Flask application: the pages, in Danish and English."""
