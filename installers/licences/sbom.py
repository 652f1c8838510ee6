"""The bill of materials of a release, in CycloneDX 1.6."""

from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from installers.build import Build, BuildError
from installers.licences.component import Component
from installers.licences.components import components

NAMESPACE: Final = uuid5(NAMESPACE_URL, "https://cyclonedx.org/")


def bill(build: Build) -> str:
    """Return the bill as JSON, the same for the same build; BuildError where it does not keep to the schema."""
    ours, *others = components(build)
    bom = Bom(serial_number=uuid5(NAMESPACE, repr((build.version, build.epoch, others))))
    bom.metadata.timestamp = datetime.fromtimestamp(build.epoch, UTC)
    bom.metadata.component = _part(ours, ComponentType.APPLICATION)
    parts = {one: _part(one, ComponentType.LIBRARY) for one in others}
    bom.components.update(parts.values())
    bom.register_dependency(bom.metadata.component, [part for one, part in parts.items() if not one.part_of])
    for one, part in parts.items():
        inner = [other for whole, other in parts.items() if whole.part_of == one.name]
        bom.register_dependency(part, inner)
    text = JsonV1Dot6(bom).output_as_string(indent=2)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise BuildError(f"the bill of materials does not keep to CycloneDX's schema: {wrong}")
    return text + "\n"


def _part(one: Component, kind: ComponentType) -> Part:
    sources = [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(one.site))] if one.site else []
    return Part(
        name=one.name,
        version=one.version,
        type=kind,
        bom_ref=f"{one.part_of}/{one.name}@{one.version}".lstrip("/").replace(" ", "-"),
        purl=PackageURL.from_string(one.purl) if one.purl else None,
        licenses=[_licence(one.licence)],
        external_references=sources,
    )


def _licence(expression: str) -> LicenseExpression | DisjunctiveLicense:
    if expression == "NOASSERTION":
        return DisjunctiveLicense(name="not stated by its project")
    return LicenseExpression(expression)
