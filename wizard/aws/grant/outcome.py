"""What became of a grant beside its statements: what is left out, and what the administrator has to know."""

from enum import StrEnum
from typing import Final

from wizard.frozen import Frozen
from wizard.language import N_


class Reason(StrEnum):
    """Why a grant, or one action of it, stands in no policy."""

    MATCHES_NOTHING = "matches-nothing"
    """Without a match it would grant to everyone who signs in."""
    UNKNOWN_KEY = "unknown-key"
    """It matches on a key that is no tag of the plan: only the role's own tag could ever match."""
    UNWRITABLE_KEY = "unwritable-key"
    """It matches on a key that cannot stand in a policy variable and mean itself."""
    NO_ACTION = "no-action"
    """It names no action, and no service with a level."""
    NO_LEVEL = "no-level"
    """It names services and no access level, so none of their actions."""
    NO_SERVICE = "no-service"
    """It names access levels and no service, so no actions of them."""
    MALFORMED_ACTION = "malformed-action"
    """The text is no action, ``service:Action``; IAM would refuse the whole policy."""
    UNKNOWN_SERVICE = "unknown-service"
    """AWS has no service of that prefix; the detail holds the nearest ones."""
    UNKNOWN_ACTION = "unknown-action"
    """AWS has no such action, or none that the wildcard covers; the detail holds the nearest ones."""
    NOT_LIMITED = "not-limited"
    """No tag of a resource limits the action: under the match it would never be allowed, and without it, everywhere."""
    NEEDS_UNTAGGED_TYPE = "needs-untagged-type"
    """The action also needs a resource of a type that supplies no tags, named in the detail."""
    NAMES_UNSEEN = "names-unseen"
    """It takes into use another resource, of the type in the detail, and AWS does not tell a policy that one's tags."""
    CREATES_WITHOUT_TAGS = "creates-without-tags"
    """It creates and takes no tags, so nobody can be held to tagging as their own."""
    CREATION_IS_OFF = "creation-is-off"
    """It creates, and the grant's `create` is false."""
    TAGS_NOT_SEEN = "tags-not-seen"
    """It changes tags, and AWS does not tell a policy which: the matched tags could not be protected."""
    TAGS_ARE_OPTIONAL = "tags-are-optional"
    """It creates in a service that supplies tags only where that is switched on: all else looks like new."""
    CLAIMS_RIGHTS = "claims-rights"
    """It creates what holds rights, and the tagging that this needs could claim what is untagged, an admin's role."""
    REPLACES_TAGS = "replaces-tags"
    """It gives a resource another set of tags, and so could take the matched ones away."""


WORDS: Final = {
    Reason.NOT_LIMITED: N_("limited by no tag"),
    Reason.NEEDS_UNTAGGED_TYPE: N_("also needing a type without tags"),
    Reason.NAMES_UNSEEN: N_("naming another resource, tags unseen"),
    Reason.CREATES_WITHOUT_TAGS: N_("creating without tags"),
    Reason.TAGS_ARE_OPTIONAL: N_("creating where tags are off at first"),
    Reason.CLAIMS_RIGHTS: N_("creating what holds rights, where an untagged one could be claimed"),
    Reason.TAGS_NOT_SEEN: N_("changing tags unseen"),
    Reason.REPLACES_TAGS: N_("replacing the matched tags"),
    Reason.CREATION_IS_OFF: N_("creating, while the grant's create is off"),
}
"""What actions do that a reason leaves out, to follow their number: "4 creating without tags"."""

UNREAD_WORDS: Final = {
    Reason.UNKNOWN_SERVICE: N_("naming no service that AWS has"),
    Reason.UNKNOWN_ACTION: N_("naming no action that AWS has"),
    Reason.MALFORMED_ACTION: N_("naming no action at all"),
}
"""What is said of the parts of a grant that name nothing."""


class LeftOut(Frozen):
    """A part of a grant that stands in no policy.

    Attributes:
        path: of the grant's part that asks for it: ``access[0].actions[1]``, ``access[0].services[0]``.
        reason: why. subject: the key, service or action that it is about, empty for the grant as a whole.
        detail: what the reason has to name: the nearest names, the resource type.
        named: it is asked for by its own name, not by a service and a level or a wildcard.
    """

    path: str
    reason: Reason
    subject: str = ""
    detail: str = ""
    named: bool = False


class Topic(StrEnum):
    """What a note about a grant is about."""

    LISTED_FREELY = "listed-freely"
    """List and describe actions that no tag can limit are allowed on everything."""
    OTHERS_MUST_BE_TAGGED = "others-must-be-tagged"
    """Creating touches other resources, named in the detail, which have to be tagged as the person's own."""
    CLAIMS_UNTAGGED = "claims-untagged"
    """AWS cannot tell the tagging that creation needs from claiming a resource that has none of the tags yet."""
    REPLACES_UNTAGGED = "replaces-untagged"
    """The action creates or replaces, and AWS cannot tell an absent resource from one that has none of the tags."""
    COPIES_UNTAGGED = "copies-untagged"
    """The action makes a resource from another of its type, and AWS cannot tell the new one from an untagged source."""


class Note(Frozen):
    """What the administrator has to know of a grant: path, topic, the services or actions, what the topic names."""

    path: str
    topic: Topic
    subjects: tuple[str, ...]
    detail: tuple[str, ...] = ()
