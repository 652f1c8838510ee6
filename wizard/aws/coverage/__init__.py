"""Which action of AWS is limited by which tags: the coverage table, built from the Service Authorization Reference.

The table ships as a file and is read when it is first asked for: :func:`wizard.aws.coverage.table.coverage`.
``tools/build_coverage.py`` makes it.
"""
