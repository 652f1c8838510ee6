"""The parts of the view of who can do what; :mod:`wizard.ui.views.matrix` joins them."""
