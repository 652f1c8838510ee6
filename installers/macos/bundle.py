"""What the app bundle says of itself; PyInstaller's description of the frozen program puts it into Info.plist."""

from typing import Any

from wizard import APPLICATION, PRODUCT, __version__

OLDEST = "12.0"
"""The oldest macOS on which Qt 6.8 to 6.11 run: https://doc.qt.io/qt-6/macos.html, read 2026-11-24."""


def information() -> dict[str, Any]:
    """Return the arguments of PyInstaller's BUNDLE that do not depend on the machine."""
    plan = f"{APPLICATION}.plan"
    return {
        "bundle_identifier": APPLICATION.replace("_", "-"),
        "version": __version__,
        "info_plist": {
            "CFBundleDisplayName": PRODUCT,
            "CFBundleShortVersionString": __version__,
            "LSApplicationCategoryType": "public.app-category.developer-tools",
            "LSMinimumSystemVersion": OLDEST,
            "NSHighResolutionCapable": True,
            "NSRequiresAquaSystemAppearance": False,
            "CFBundleDocumentTypes": [
                {
                    "CFBundleTypeName": "Session tag plan",
                    "CFBundleTypeRole": "Editor",
                    "LSHandlerRank": "Owner",
                    "LSItemContentTypes": [plan.replace("_", "-")],
                }
            ],
            "UTExportedTypeDeclarations": [
                {
                    "UTTypeIdentifier": plan.replace("_", "-"),
                    "UTTypeDescription": "Session tag plan",
                    "UTTypeConformsTo": ["public.yaml"],
                    "UTTypeTagSpecification": {"public.filename-extension": ["session-tags.yaml"]},
                }
            ],
        },
    }
