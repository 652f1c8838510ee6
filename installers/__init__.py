"""Builds what people install, one folder a platform: ``python -m installers`` builds all that this system can."""
