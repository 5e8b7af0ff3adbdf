"""From a question to ranked answers, for programs and for the pages."""
