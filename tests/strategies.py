"""Hypothesis strategies for whole plans: mostly what an administrator would write, sometimes hostile.

``plans()`` mixes both in one plan; ``plans(hostile=False)`` gives plans that hang together and that AWS and Okta
take: legal keys, known attributes, grants that exist. Whatever these strategies give, the plan file can hold.

A strategy is made once where it can be: hypothesis looks at a new one for longer than it takes to draw from it.
"""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from wizard.plan.model import (
    SEPARATORS,
    Aws,
    Claims,
    Features,
    FeatureState,
    Grant,
    Level,
    Okta,
    Partition,
    Person,
    Plan,
    ProfileValue,
    Role,
    Shared,
    Tag,
    Target,
)

NASTY = (
    "",
    " ",
    " team ",
    "a\nb",
    "tab\there",
    "\x00\x1b[31m",
    '"',
    "'",
    "`",
    "\\",
    "<&>",
    "]]>",
    "<!-- -->",
    "${aws:PrincipalTag/team}",
    "$${x}",
    "${!x}",
    "%{if}",
    "{0} {name} {",
    "%s%n",
    "*",
    "*:*",
    "e\u0301",
    "\u202eteam\u202c",
    "\ufeff",
    "\u2028",
    "\u0085",
    "\ufffe",
    "😀👩‍💻",
    "日本",
    "R&D",
    "O'Brien",
    "aws:team",
    "AWS:team",
    "no",
    "null",
    "012",
    "1e3",
    "2026-11-24",
    "- x",
    "#x",
    "x: y",
    "../../etc/passwd",
    "CON",
    "a" * 129,
    "b" * 257,
    "c" * 1025,
    "(" * 300,
    "user.team[",
    "user.x ?: ",
    '"unclosed',
)
"""Texts that have broken a program of this kind, or could."""

KEYS = ("team", "project", "cost-center", "env", "Équipe", "security:access:st", "access/project", "Email")
ATTRIBUTES = ("team", "project", "department", "costCenter", "division", "title")
VALUES = ("platform", "apollo", "Research / Dev", "987654", "Zürich", "eng")
SIGN_INS = ("ada@example.com", "grace@example.com", "linus@example.com", "barbara@example.com")
ACTIONS = (
    "ec2:StartInstances",
    "ec2:Stop*",
    "secretsmanager:GetSecretValue",
    "rds:RebootDBInstance",
    "lambda:InvokeFunction",
)
GRANTS = ("own-resources", "read-only", "deploy")
ROLES = ("okta-abac", "Developers", "ops_team")
ACCOUNTS = ("111122223333", "444455556666", "012345678901")


@cache
def nasty_texts() -> SearchStrategy[str]:
    """Give texts that nobody should write and somebody will; no lone surrogate, which no file can hold."""
    return st.one_of(
        st.sampled_from(NASTY),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=40),
        st.text(st.sampled_from('user.team(){}[]"?:+,<>=!$ '), max_size=30),
    )


def _texts(sensible: SearchStrategy[str], *, hostile: bool) -> SearchStrategy[str]:
    """Give a sensible text, one time in five a nasty one where that is asked."""
    if not hostile:
        return sensible
    return st.one_of(sensible, sensible, sensible, sensible, nasty_texts())


@cache
def expressions(claims: Claims = Claims.STATEMENTS) -> SearchStrategy[str]:
    """Give expressions whose value is one text, in the dialect of the claims."""
    return st.sampled_from(ATTRIBUTES).flatmap(lambda name: st.sampled_from(_expressions(claims, name)))


def _expressions(claims: Claims, name: str) -> tuple[str, ...]:
    if claims is Claims.FEDERATED:
        return (f"user.profile.{name}", f"user.profile.{name}.toUpperCase()")
    return (f"user.{name}", f'user.{name} ?: "none"', f"String.toLowerCase(user.{name})")


@cache
def _profile_values(*, hostile: bool) -> SearchStrategy[ProfileValue]:
    text = _texts(st.sampled_from(VALUES), hostile=hostile)
    if not hostile:
        return text
    scalar = st.one_of(text, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False, allow_infinity=False))
    return st.one_of(text, text, scalar, st.lists(scalar, max_size=4).map(tuple))


@cache
def _profiles(*, hostile: bool) -> SearchStrategy[tuple[tuple[str, ProfileValue], ...]]:
    values = _profile_values(hostile=hostile)
    if not hostile:
        return st.tuples(*(values for _ in ATTRIBUTES)).map(lambda given: tuple(zip(ATTRIBUTES, given, strict=True)))
    names = _texts(st.sampled_from(ATTRIBUTES), hostile=hostile)
    return st.dictionaries(names, values, max_size=5).map(lambda profile: tuple(profile.items()))


@cache
def _nasty_lists() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(nasty_texts(), max_size=3).map(tuple)


@cache
def _subsets(items: tuple[str, ...], least: int = 0) -> SearchStrategy[tuple[str, ...]]:
    if not items:
        return st.just(())
    return st.lists(st.sampled_from(items), unique=True, min_size=min(least, len(items)), max_size=4).map(tuple)


def _lists(sensible: SearchStrategy[tuple[str, ...]], *, hostile: bool) -> SearchStrategy[tuple[str, ...]]:
    if not hostile:
        return sensible
    return st.one_of(sensible, sensible, sensible, _nasty_lists())


@st.composite
def tags(draw: st.DrawFn, key: str, claims: Claims, *, hostile: bool) -> Tag:
    """Give a tag of that key."""
    separator = draw(st.sampled_from((None, None, None, *SEPARATORS))) if hostile else None
    return Tag(
        key=draw(_texts(st.just(key), hostile=hostile)),
        value=draw(_texts(expressions(claims), hostile=hostile)),
        transitive=draw(st.booleans()),
        required=draw(st.booleans()) if hostile else True,
        separator=separator,
        allowed=draw(_lists(st.just(()), hostile=hostile)),
        notes=draw(_texts(st.sampled_from(("", "from HR")), hostile=hostile)),
    )


@st.composite
def roles(draw: st.DrawFn, name: str, grants: tuple[str, ...], *, hostile: bool) -> Role:
    """Give a role of that name with some of the grants."""
    duration = st.sampled_from((3600, 43200, 900))
    return Role(
        name=draw(_texts(st.just(name), hostile=hostile)),
        session_duration=draw(st.one_of(duration, st.integers()) if hostile else duration),
        access=draw(_lists(_subsets(grants, 1), hostile=hostile)),
        trusted_roles=draw(
            _lists(st.sampled_from(((), ("arn:aws:iam::111122223333:role/okta-abac",))), hostile=hostile)
            if hostile
            else st.just(())
        ),
    )


@st.composite
def grants(draw: st.DrawFn, name: str, keys: tuple[str, ...], *, hostile: bool) -> Grant:
    """Give a grant of that name that matches on some of the keys."""
    return Grant(
        name=draw(_texts(st.just(name), hostile=hostile)),
        services=draw(_lists(st.sampled_from(((), ("ec2",), ("secretsmanager", "rds"))), hostile=hostile))
        if hostile
        else (),
        levels=draw(st.lists(st.sampled_from(Level), unique=True).map(tuple)) if hostile else (),
        actions=draw(_lists(_subsets(ACTIONS, 1), hostile=hostile)),
        match=draw(_lists(_subsets(keys, 1), hostile=hostile)),
        create=draw(st.booleans()),
        shared=draw(st.sampled_from(Shared)),
        protect_tags=draw(st.booleans()),
        notes=draw(_texts(st.just(""), hostile=hostile)),
    )


@cache
def _okta(*, hostile: bool) -> SearchStrategy[Okta]:
    states = st.sampled_from(FeatureState if hostile else (FeatureState.ENABLED, FeatureState.UNKNOWN))
    return st.builds(
        Okta,
        org=st.one_of(st.none(), _texts(st.sampled_from(("acme.okta.com", "acme.oktapreview.com")), hostile=hostile)),
        app_label=_texts(st.sampled_from(("AWS Account Federation", "Amazon Web Services")), hostile=hostile),
        claims=st.sampled_from(Claims),
        features=st.builds(Features, states, states),
    )


@st.composite
def plans(draw: st.DrawFn, *, hostile: bool = True) -> Plan:
    """Give a plan: mostly sensible, in places hostile; none of it hostile where that is not asked."""
    okta = draw(_okta(hostile=hostile))
    keys = draw(_subsets(KEYS, 1 - hostile))
    made = tuple(draw(tags(key, okta.claims, hostile=hostile)) for key in keys)
    names = draw(_subsets(GRANTS)) if made or hostile else ()
    access = tuple(draw(grants(name, keys, hostile=hostile)) for name in names)
    role_names = draw(_subsets(ROLES)) if names or hostile else ()
    logins = draw(_subsets(SIGN_INS))
    aws = Aws(
        partition=draw(st.sampled_from(Partition)),
        saml_provider=draw(_texts(st.sampled_from(("Okta", "okta-prod")), hostile=hostile)),
        sign_in_regions=draw(_lists(st.sampled_from(((), ("us-west-2",))), hostile=hostile)) if hostile else (),
        accounts=draw(_lists(_subsets(ACCOUNTS), hostile=hostile)),
        roles=tuple(draw(roles(name, names, hostile=hostile)) for name in role_names),
    )
    return Plan(
        name=draw(_texts(st.sampled_from(("Team and project access", "plan")), hostile=hostile)),
        notes=draw(_texts(st.just(""), hostile=hostile)),
        target=draw(st.sampled_from((Target.IAM, Target.IAM, *Target))) if hostile else Target.IAM,
        okta=okta,
        tags=made,
        aws=aws,
        access=access,
        people=tuple(
            Person(draw(_texts(st.just(login), hostile=hostile)), draw(_profiles(hostile=hostile))) for login in logins
        ),
    )
