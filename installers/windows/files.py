"""Lists the files of the .msi as a fragment in WiX's language, by names that are the same in every build."""

from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from wizard import APPLICATION

_SCHEMA = "http://schemas.microsoft.com/wix/2006/wi"
_OURS = uuid5(NAMESPACE_URL, APPLICATION)


def fragment(payload: Path) -> str:
    """Return the fragment for the files of a folder, named from there: each in a component of its own, as WiX asks."""
    root = ET.Element("Wix", xmlns=_SCHEMA)
    inside = ET.SubElement(root, "Fragment")
    group = ET.SubElement(ET.SubElement(root, "Fragment"), "ComponentGroup", Id="files")
    _folder(ET.SubElement(inside, "DirectoryRef", Id="INSTALLDIR"), payload, payload, group)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _folder(element: ET.Element, folder: Path, root: Path, group: ET.Element) -> None:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        name = path.relative_to(root).as_posix()
        known = sha256(name.encode()).hexdigest()[:32]
        if path.is_dir():
            inner = ET.SubElement(element, "Directory", Id=f"d{known}", Name=path.name)
            _folder(inner, path, root, group)
            continue
        guid = str(uuid5(_OURS, name)).upper()
        component = ET.SubElement(element, "Component", Id=f"c{known}", Guid=guid, Win64="yes")
        ET.SubElement(component, "File", Id=f"f{known}", Name=path.name, Source=name, KeyPath="yes")
        ET.SubElement(group, "ComponentRef", Id=f"c{known}")
