"""Windows: a setup program by NSIS, and an .msi by WiX, both from the frozen folder."""
