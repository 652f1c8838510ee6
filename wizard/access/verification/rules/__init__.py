"""One judgement of evidence a file, each with a stable id; adding one is adding its file."""
