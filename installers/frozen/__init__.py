"""The frozen build: the program with its Python and its Qt in one folder, made by PyInstaller from the wheel."""
