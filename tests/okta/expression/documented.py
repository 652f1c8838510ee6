"""The examples of Okta's two pages, as data: function, expression, what it gives.

Read 2026-11-24 on https://developer.okta.com/docs/reference/okta-expression-language/ and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/. Where a page shows no result
(Windows and Unix times on the classic page, groups by name), the row follows from what it says of the function.
"""

from datetime import UTC, datetime
from typing import NamedTuple

from wizard.okta.expression import Group, Surroundings
from wizard.plan.model import Person, ProfileValue

PERSON = Person(
    "winston.churchill@gmail.com",
    (
        ("firstName", "Winston"),
        ("lastName", "Churchill"),
        ("middleInitial", ""),
        ("email", "winston.churchill@gmail.com"),
        ("arrayAttribute", (10, 20, 30)),
        ("arrayProperty", ("a", "b")),
        ("groupCode", 123),
        ("city", "San Francisco"),
        ("department", "California-West-Sales"),
        ("primaryPhone", "+1 (415) 555-1234"),
        ("title", "Engineer"),
        ("salary", 1_000_000),
        ("isContractor", False),
        ("nonEmployeeNumber", "N-7"),
        ("courtesyTitle", "Sir"),
        ("honorificPrefix", ""),
        ("favoriteColors", ("red", "blue")),
        ("hasBadge", True),
    ),
)
"""The person of the classic page, with a value for every attribute that its samples read but employeeNumber."""

JOHN = Person(
    "john.doe@okta.com",
    (
        ("firstName", "John"),
        ("lastName", "Doe"),
        ("email", "john.doe@okta.com"),
        ("strArray", ("one", "two")),
        ("intArray", (1, 2, 3)),
        ("stringDouble", "1.1"),
        ("country", "United States"),
        ("countryAlpha2", "US"),
        ("countryAlpha3", "USA"),
        ("isContractor", False),
        ("middleInitial", "Q"),
    ),
)
"""The person of Identity Engine's page."""

KNOWN = Surroundings(
    groups=(
        Group("00gak46y5hydV6NdM0g4", "Everyone", "BUILT_IN", "0oazmqPIbHiVJBG4C0g3"),
        Group("00g1emaKYZTWRYYRRTSK", "West Coast Users", "OKTA_GROUP", "0a81509410bdf807f680"),
        Group("00garwpuyxHaWOkdV0g4", "West Coast Admins", "OKTA_GROUP", "0a03d062d3918fd34742"),
        Group("00gjitX9HqABSoqTB0g3", "Engineering Users", "APP_GROUP", "0aae4be2456eb62f7c3d"),
        Group("00gnftmgQxC2L19j6I9c", "Engineering Users", "APP_GROUP", "0a61c8dacb58b3c0716e"),
    ),
    now=datetime(2015, 7, 31, 17, 18, 37, 979_000, tzinfo=UTC),
    references={
        "user.created": "2015-07-30T23:58:32.000Z",
        "session.amr": ("pwd",),
        "org.name": "Example",
        "appuser.firstName": "Win",
        "active_directory.managerUpn": "bob@okta.com",
        'user.getInternalProperty("id")': "00u1",
        'user.getInternalProperty("status")': "ACTIVE",
        'user.getLinkedObject("manager").lastName': "Gates",
        'getManagerUser("active_directory").firstName': "Neville",
        'getManagerAppUser("active_directory", "google").firstName': "Neville",
        'getAssistantUser("active_directory").firstName': "Grace",
        'getAssistantAppUser("active_directory", "google").firstName': "Grace",
        "hasWorkdayUser()": True,
        "findWorkdayUser().employeeID": "123456",
        "hasDirectoryUser()": True,
        "findDirectoryUser().managerUpn": "bob@okta.com",
        "appuser.entitlements.role": ("Read", "Write"),
        "device.profile.platform": "MACOS",
        "user.id": "00u1",
        "user.status": "ACTIVE",
    },
)
"""The groups and the time of the pages, and what their samples read from elsewhere."""


class Example(NamedTuple):
    """One example: the function or the subject, the expression, and what it gives."""

    subject: str
    text: str
    value: ProfileValue


CLASSIC = (
    Example("String.append", 'String.append("This is", " a test")', "This is a test"),
    Example("String.join", 'String.join(",", "This", "is", "a", "test")', "This,is,a,test"),
    Example("String.join", 'String.join("", "This", "is", "a", "test")', "Thisisatest"),
    Example("String.len", 'String.len("This")', 4),
    Example("String.removeSpaces", 'String.removeSpaces("This is a test")', "Thisisatest"),
    Example("String.replace", 'String.replace("This is a test", "is", "at")', "That at a test"),
    Example("String.replaceFirst", 'String.replaceFirst("This is a test", "is", "at")', "That is a test"),
    Example("String.startsWith", 'String.startsWith("Kiss", "K")', True),
    Example("String.stringContains", 'String.stringContains("This is a test", "test")', True),
    Example("String.stringContains", 'String.stringContains("This is a test", "doesn\'tExist")', False),
    Example("String.stringSwitch", 'String.stringSwitch("This is a test", "default", "key1", "value1")', "default"),
    Example("String.stringSwitch", 'String.stringSwitch("This is a test", "default", "test", "value1")', "value1"),
    Example(
        "String.stringSwitch",
        'String.stringSwitch("First match wins", "default", "absent", "value1", "wins", "value2", "match", "value3")',
        "value2",
    ),
    Example("String.stringSwitch", 'String.stringSwitch("Substrings count", "default", "ring", "value1")', "value1"),
    Example("String.substring", 'String.substring("This is a test", 2, 9)', "is is a"),
    Example("String.substringAfter", 'String.substringAfter("abc@okta.com", "@")', "okta.com"),
    Example("String.substringBefore", 'String.substringBefore("abc@okta.com", "@")', "abc"),
    Example("String.toUpperCase", 'String.toUpperCase("This")', "THIS"),
    Example("String.toLowerCase", 'String.toLowerCase("ThiS")', "this"),
    Example("toUpperCase", 'toUpperCase("Alexander")', "ALEXANDER"),
    Example("toLowerCase", 'toLowerCase("AlexANDER")', "alexander"),
    Example("substringBefore", "substringBefore('alex@okta.com', '@')", "alex"),
    Example("substringAfter", "substringAfter('alex@okta.com', '@')", "okta.com"),
    Example("substring", 'substring("Alexander", 1, 4)', "lex"),
    Example("Arrays.add", "Arrays.add(user.arrayAttribute, 40)", (10, 20, 30, 40)),
    Example("Arrays.remove", "Arrays.remove(user.arrayAttribute, 20)", (10, 30)),
    Example("Arrays.clear", "Arrays.clear(user.arrayAttribute)", ()),
    Example("Arrays.get", "Arrays.get({0, 1, 2}, 0)", 0),
    Example("Arrays.flatten", "Arrays.flatten(10, {20, 30}, 40)", (10, 20, 30, 40)),
    Example("Arrays.flatten", "Arrays.flatten('10, 20, 30, 40')", ("10", "20", "30", "40")),
    Example("Arrays.contains", "Arrays.contains({10, 20, 30}, 10)", True),
    Example("Arrays.contains", "Arrays.contains({10, 20, 30}, 50)", False),
    Example("Arrays.size", "Arrays.size({10, 20, 30})", 3),
    Example("Arrays.size", "Arrays.size(NULL)", 0),
    Example("Arrays.isEmpty", "Arrays.isEmpty({10, 20})", False),
    Example("Arrays.isEmpty", "Arrays.isEmpty(NULL)", True),
    Example("Arrays.toCsvString", 'Arrays.toCsvString({"This", "is", " a ", "test"})', "This,is, a ,test"),
    Example("Arrays.contains", 'Arrays.contains(user.favoriteColors, "blue")', True),
    Example("Convert.toInt", "Convert.toInt('1234')", 1234),
    Example("Convert.toInt", "Convert.toInt(123.4)", 123),
    Example("Convert.toInt", "Convert.toInt(123.6)", 124),
    Example("Convert.toNum", "Convert.toNum('3.141')", 3.141),
    Example("Iso3166Convert.toAlpha2", 'Iso3166Convert.toAlpha2("IND")', "IN"),
    Example("Iso3166Convert.toAlpha3", 'Iso3166Convert.toAlpha3("840")', "USA"),
    Example("Iso3166Convert.toNumeric", 'Iso3166Convert.toNumeric("USA")', "840"),
    Example("Iso3166Convert.toName", 'Iso3166Convert.toName("IN")', "India"),
    Example(
        "getFilteredGroups",
        'getFilteredGroups({"00garwpuyxHaWOkdV0g4", "00gml2xHE3RYRx7cM0g3"}, "group.name", 40)',
        ("West Coast Admins",),
    ),
    Example("isMemberOfGroupName", 'isMemberOfGroupName("Everyone")', True),
    Example("isMemberOfGroupName", 'isMemberOfGroupName("group1")', False),
    Example("isMemberOfGroup", 'isMemberOfGroup("groupId")', False),
    Example("isMemberOfGroup", 'isMemberOfGroup("00gak46y5hydV6NdM0g4")', True),
    Example("isMemberOfAnyGroup", 'isMemberOfAnyGroup("groupId1", "groupId2", "groupId3")', False),
    Example("isMemberOfAnyGroup", 'isMemberOfAnyGroup("groupId1", "00gak46y5hydV6NdM0g4")', True),
    Example("isMemberOfGroupNameStartsWith", 'isMemberOfGroupNameStartsWith("San Fr")', False),
    Example("isMemberOfGroupNameStartsWith", 'isMemberOfGroupNameStartsWith("West Co")', True),
    Example("isMemberOfGroupNameContains", 'isMemberOfGroupNameContains("admin")', False),
    Example("isMemberOfGroupNameContains", 'isMemberOfGroupNameContains("Admin")', True),
    Example("isMemberOfGroupNameRegex", 'isMemberOfGroupNameRegex("/.*admin.*")', False),
    Example("isMemberOfGroupNameRegex", 'isMemberOfGroupNameRegex(".*Admin.*")', True),
    Example(
        "user.getGroups",
        "user.getGroups({'group.id': {'00gjitX9HqABSoqTB0g3'}}, {'group.profile.name': 'West Coast.*'}).![id]",
        (),
    ),
    Example(
        "user.getGroups",
        "user.getGroups({'group.type': {'OKTA_GROUP'}}, "
        "{'group.profile.name': {'Everyone', 'West Coast Admins'}}).![id]",
        ("00garwpuyxHaWOkdV0g4",),
    ),
    Example("user.getGroups", "user.getGroups({'group.profile.name': 'East Coast.*'}).![id]", ()),
    Example(
        "user.getGroups",
        "user.getGroups({'group.type': {'OKTA_GROUP', 'APP_GROUP'}}).![id]",
        ("00g1emaKYZTWRYYRRTSK", "00garwpuyxHaWOkdV0g4", "00gjitX9HqABSoqTB0g3", "00gnftmgQxC2L19j6I9c"),
    ),
    Example(
        "user.getGroups",
        "user.getGroups({'group.source.id': '0aae4be2456eb62f7c3d'} , "
        "{'group.profile.name': {'Engineering Users'}} ).![id]",
        ("00gjitX9HqABSoqTB0g3",),
    ),
    Example(
        "user.getGroups",
        'user.getGroups({"group.profile.name": "Everyone", "operator": "STARTS_WITH"}).![name]',
        ("Everyone",),
    ),
    Example("Groups.startsWith", 'Groups.startsWith("OKTA", "TEST", 100) ?: {}', ()),
    Example("Groups.startsWith", 'Groups.startsWith("OKTA", "West", 1)', ("West Coast Users",)),
    Example("Groups.contains", 'Groups.contains("OKTA", "Admins", 100)', ("West Coast Admins",)),
    Example("Groups.endsWith", 'Groups.endsWith("OKTA", "Users", 100)', ("West Coast Users",)),
    Example("user.getLinkedObject", 'user.getLinkedObject("manager").lastName', "Gates"),
    Example("user.getInternalProperty", 'user.getInternalProperty("id")', "00u1"),
    Example("user.getInternalProperty", 'user.getInternalProperty("status") == "ACTIVE"', True),
    Example("Time.now", "Time.now()", "2015-07-31T17:18:37.979Z"),
    Example("Time.now", 'Time.now("EST")', "2015-07-31T13:18:37.979-04:00"),
    Example("Time.now", 'Time.now("EST", "YYYY-MM-dd HH:mm:ss")', "2015-07-31 13:18:37"),
    Example("Time.fromWindowsToIso8601", 'Time.fromWindowsToIso8601("130828367179790000")', "2015-07-31T17:18:37.979Z"),
    Example("Time.fromUnixToIso8601", 'Time.fromUnixToIso8601("1438363117979")', "2015-07-31T17:18:37.979Z"),
    Example(
        "Time.fromStringToIso8601",
        'Time.fromStringToIso8601("17 June 2015 00:23:19", "dd MMMM yyyy HH:mm:ss")',
        "2015-06-17T00:23:19.000Z",
    ),
    Example("Time.fromIso8601ToWindows", 'Time.fromIso8601ToWindows("2015-07-31T17:18:37.979Z")', "130828367179790000"),
    Example("Time.fromIso8601ToUnix", 'Time.fromIso8601ToUnix("2015-07-31T17:18:37.979Z")', "1438363117979"),
    Example("Time.fromIso8601ToString", 'Time.fromIso8601ToString("2015-07-30T23:58:32Z", "MM/dd/yyyy")', "07/30/2015"),
    Example("getManagerUser", 'getManagerUser("active_directory").firstName', "Neville"),
    Example("getManagerAppUser", 'getManagerAppUser("active_directory", "google").firstName', "Neville"),
    Example("getAssistantUser", 'getAssistantUser("active_directory").firstName', "Grace"),
    Example("getAssistantAppUser", 'getAssistantAppUser("active_directory", "google").firstName', "Grace"),
    Example("hasWorkdayUser", "hasWorkdayUser() ? findWorkdayUser().employeeID : null", "123456"),
    Example("findWorkdayUser", "findWorkdayUser().employeeID", "123456"),
    Example("hasDirectoryUser", "hasDirectoryUser() ? findDirectoryUser().managerUpn : null", "bob@okta.com"),
    Example("findDirectoryUser", "findDirectoryUser().managerUpn", "bob@okta.com"),
    Example("reference", "user.firstName", "Winston"),
    Example("reference", "user.login", "winston.churchill@gmail.com"),
    Example("reference", "appuser.firstName", "Win"),
    Example("reference", "active_directory.managerUpn", "bob@okta.com"),
    Example("reference", "org.name", "Example"),
    Example("reference", "session.amr", ("pwd",)),
    Example("constant", "'Hello world'", "Hello world"),
    Example("constant", "1234", 1234),
    Example("constant", "3.141", 3.141),
    Example("constant", "true", True),
    Example("index", "{1, 2, 3}[0]", 1),
    Example("index", "user.arrayProperty[0]", "a"),
    Example("concatenation", "user.firstName + user.lastName", "WinstonChurchill"),
    Example("concatenation", 'user.firstName + " " + user.lastName', "Winston Churchill"),
    Example("concatenation", 'user.firstName + "." + user.lastName', "Winston.Churchill"),
    Example("ternary", "user.groupCode == 123 ? 'Sales' : 'Other'", "Sales"),
    Example(
        "ternary",
        'user.firstName + " " + (String.len(user.middleInitial) == 0 ? "" : '
        '(String.substring(user.middleInitial, 0, 1) + ". ")) + user.lastName',
        "Winston Churchill",
    ),
    Example(
        "ternary",
        '(user.courtesyTitle != "" ? (user.courtesyTitle + " ") : user.honorificPrefix != "" ? '
        '(user.honorificPrefix + " ") : "") + user.firstName + " " + (String.len(user.middleInitial) == 0 ? "" : '
        '(String.substring(user.middleInitial, 0, 1) + ". ")) + user.lastName',
        "Sir Winston Churchill",
    ),
    Example("condition", 'String.stringContains(user.department, "Sales")', True),
    Example("condition", 'user.city == "San Francisco"', True),
    Example("condition", "user.salary >= 1000000", True),
    Example("condition", "!user.isContractor", True),
    Example("condition", "user.salary > 1000000 AND !user.isContractor", False),
    Example("matches", 'user.department matches "California-[a-zA-Z]+-Sales"', True),
    Example("matches", r'user.primaryPhone matches "(\+\d{1,2}\s)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}"', True),
    Example("matches", "user.title matches '(?i)engineer'", True),
    Example("condition", "user.hasBadge", True),
    Example(
        "null",
        'user.employeeNumber != "" AND user.employeeNumber != null ? user.employeeNumber : user.nonEmployeeNumber',
        "N-7",
    ),
    Example("null", "user.employeeNumber == null", True),
    Example("null", 'user.middleInitial == ""', True),
    Example("popular", "substring(user.firstName, 0, 1) + user.lastName", "WChurchill"),
    Example("popular", "substring(user.firstName, 0, 1) + substring(user.lastName, 0, 6)", "WChurch"),
    Example(
        "popular", 'toLowerCase(substring( user.firstName, 0, 1)) + "." + toLowerCase(user.lastName)', "w.churchill"
    ),
    Example(
        "popular",
        'toUpperCase(substringBefore( substringAfter(user.email, "@"), ".")) + "\\" + '
        'substringBefore( user.email, "@")',
        "GMAIL\\winston.churchill",
    ),
    Example(
        "popular",
        'toUpperCase(substringBefore( substringAfter(user.email, "@"), ".")) + "\\" + '
        "toLowerCase(substring( user.firstName, 0, 1)) + toLowerCase(user.lastName)",
        "GMAIL\\wchurchill",
    ),
    Example(
        "popular",
        '"XDOMAIN\\" + toLowerCase(substring( user.firstName, 0, 1)) + toLowerCase(user.lastName)',
        "XDOMAIN\\wchurchill",
    ),
)
"""The classic dialect, for PERSON."""

IDENTITY_ENGINE = (
    Example(".toUpperCase", "'test'.toUpperCase()", "TEST"),
    Example(".toUpperCase", "user.profile.firstName.toUpperCase()", "JOHN"),
    Example(".toLowerCase", "'TEST'.toLowerCase()", "test"),
    Example(".substring", "'test'.substring(1)", "est"),
    Example(".substring", "user.profile.firstName.substring(1,3)", "oh"),
    Example(".replace", "'hello'.replace('l', 'p')", "heppo"),
    Example(".replace", "user.profile.firstName.replace('ohn', 'ames')", "James"),
    Example(".replaceFirst", "'hello'.replaceFirst('l', 'p')", "heplo"),
    Example(".length", "'test'.length()", 4),
    Example(".removeSpaces", "'This is a test'.removeSpaces()", "Thisisatest"),
    Example(".contains", "'This is a test'.contains('test')", True),
    Example(".contains", "'This is a test'.contains('Test')", False),
    Example(".substringBefore", "user.profile.email.substringBefore('@')", "john.doe"),
    Example(".substringAfter", "user.profile.email.substringAfter('@')", "okta.com"),
    Example(".substringAfter", "user.profile.email.substringAfter('.')", "doe@okta.com"),
    Example(".contains", "user.profile.intArray.contains(3)", True),
    Example(".contains", "{1, 2, 3}.contains('one')", False),
    Example(".size", "user.profile.strArray.size()", 2),
    Example(".isEmpty", "{}.isEmpty()", True),
    Example(".add", "user.profile.strArray.add('zero')", ("one", "two", "zero")),
    Example(".add", "{'one', 'two'}.add('two')", ("one", "two", "two")),
    Example(".remove", "user.profile.intArray.remove(1)", (2, 3)),
    Example(".remove", "{2, 3}.remove(1)", (2, 3)),
    Example(".flatten", "{{1}, {2, 3}}.flatten()", (1, 2, 3)),
    Example(".flatten", "user.profile.intArray.flatten()", (1, 2, 3)),
    Example(".toInteger", "user.profile.stringDouble.toInteger()", 1),
    Example(".toInteger", "'-2147483649'.toInteger()", 2147483647),
    Example(".toNumber", "user.profile.stringDouble.toNumber()", 1.1),
    Example(".toNumber", "'1.7'.toNumber()", 1.7),
    Example(".toInteger", "1.1.toInteger()", 1),
    Example(".toInteger", "-1.6.toInteger()", -2),
    Example(".toInteger", "2147483647.7.toInteger()", -2147483648),
    Example(".parseCountryCode", "user.profile.country.parseCountryCode()", "US"),
    Example(".parseCountryCode", "user.profile.countryAlpha2.parseCountryCode()", "US"),
    Example(".parseCountryCode", "user.profile.countryAlpha3.parseCountryCode()", "US"),
    Example(".parseCountryCode", "'840'.parseCountryCode()", "US"),
    Example(".toAlpha2", "'USA'.parseCountryCode().toAlpha2()", "US"),
    Example(".toAlpha3", "'840'.parseCountryCode().toAlpha3()", "USA"),
    Example(".toNumeric", "'United States'.parseCountryCode().toNumeric()", "840"),
    Example(".toName", "'US'.parseCountryCode().toName()", "United States"),
    Example(
        "user.getGroups",
        "user.getGroups({'group.id': {'00gjitX9HqABSoqTB0g3'}}, "
        "{'group.profile.name': 'Engineering.*'}).![profile.name]",
        ("Engineering Users",),
    ),
    Example(
        "user.getGroups",
        "user.getGroups({'group.type': {'OKTA_GROUP'}}, "
        "{'group.profile.name': {'Everyone', 'West Coast Admins'}}).![id]",
        ("00garwpuyxHaWOkdV0g4",),
    ),
    Example("user.getGroups", "user.getGroups({'group.profile.name': 'East Coast.*'}).![id]", ()),
    Example("user.getGroups", "user.getGroups({'group.profile.name': 'Everyone'}).![profile.name]", ("Everyone",)),
    Example("user.getGroups", "user.getGroups({'group.profile.name': 'Everyone'}).![id]", ("00gak46y5hydV6NdM0g4",)),
    Example("user.getGroups", "user.getGroups({'group.profile.name': 'Everyone'}).![type]", ("BUILT_IN",)),
    Example(
        "user.isMemberOf",
        "user.isMemberOf({'group.id': {'00gjitX9HqABSoqTB0g3', '00garwpuyxHaWOkdV0g4'}}, {'group.type': 'APP_GROUP'})",
        True,
    ),
    Example(
        "user.isMemberOf",
        "user.isMemberOf({'group.id': {'00gjitX9HqABSoqTB0g3', '00garwpuyxHaWOkdV0g4'}}, {'group.type': 'BUILT_IN'})",
        False,
    ),
    Example(
        "user.isMemberOf", "user.isMemberOf({'group.profile.name': 'West Coast', 'operator': 'STARTS_WITH' })", True
    ),
    Example("user.isMemberOf", "user.isMemberOf({'group.profile.name': 'West Coast', 'operator': 'EXACT' })", False),
    Example(
        "user.isMemberOf",
        "user.isMemberOf({'group.source.id': '0aae4be2456eb62f7c3d'} , {'group.profile.name': {'Engineering Users'}} )",
        True,
    ),
    Example("user.getLinkedObject", 'user.getLinkedObject("manager").lastName', "Gates"),
    Example("DateTime.now", "DateTime.now()", "2015-07-31T17:18:37.979Z"),
    Example(".parseWindowsTime", "'130828367179790000'.parseWindowsTime()", "2015-07-31T17:18:37.979Z"),
    Example(".parseUnixTime", "'1438377580979'.parseUnixTime()", "2015-07-31T21:19:40.979Z"),
    Example(".parseStringTime", "'2015-06-17T00:23:19.676Z'.parseStringTime()", "2015-06-17T00:23:19.676Z"),
    Example(
        ".parseStringTime",
        "'17 June 2015 00:23:19'.parseStringTime('dd MMMM yyyy HH:mm:ss')",
        "2015-06-17T00:23:19Z",
    ),
    Example(".toWindows", "user.created.toWindows()", "130827743120000000"),
    Example(".toUnix", "DateTime.now().toUnix()", "1438363117979"),
    Example(".toString", "user.created.toString()", "2015-07-30T23:58:32Z"),
    Example(".toString", "user.created.toString('MM/dd/yyyy')", "07/30/2015"),
    Example(".toZone", "Time.now().toZone('Asia/Tokyo')", "2015-08-01T02:18:37.979+09:00[Asia/Tokyo]"),
    Example(".plusDays", "user.created.plusDays(2)", "2015-08-01T23:58:32Z"),
    Example(".plusHours", "user.created.plusHours(-1)", "2015-07-30T22:58:32Z"),
    Example(".plusMinutes", "user.created.plusMinutes(0)", "2015-07-30T23:58:32Z"),
    Example(".plusSeconds", "user.created.plusSeconds(0)", "2015-07-30T23:58:32Z"),
    Example(".minusDays", "Time.now().minusDays(3)", "2015-07-28T17:18:37.979Z"),
    Example(".minusHours", "Time.now().minusHours(100)", "2015-07-27T13:18:37.979Z"),
    Example(".minusMinutes", "Time.now().minusMinutes(-1)", "2015-07-31T17:19:37.979Z"),
    Example(".minusSeconds", "Time.now().minusSeconds(2)", "2015-07-31T17:18:35.979Z"),
    Example(".withinDays", "user.created.withinDays(1)", True),
    Example(".withinHours", "user.created.withinHours(100)", True),
    Example(".withinMinutes", "user.created.withinMinutes(2)", False),
    Example(".withinSeconds", "user.created.withinSeconds(100)", False),
    Example("Time.now", "Time.now().toString('yyyy')", "2015"),
    Example("reference", "user.profile.firstName", "John"),
    Example("reference", "user.id", "00u1"),
    Example("reference", "user.status", "ACTIVE"),
    Example("reference", "appuser.entitlements.role", ("Read", "Write")),
    Example("reference", "device.profile.platform == 'MACOS'", True),
    Example("reference", "session.amr", ("pwd",)),
    Example("constant", "'Hello world'", "Hello world"),
    Example("constant", "1234", 1234),
    Example("constant", "3.141", 3.141),
    Example("constant", "true", True),
    Example("concatenation", "user.profile.firstName + user.profile.lastName", "JohnDoe"),
    Example("condition", 'user.profile.country == "United States"', True),
    Example("condition", "user.profile.intArray.contains(0)", False),
    Example("condition", "user.profile.isContractor || user.created.withinSeconds(0)", False),
    Example(
        "ternary",
        'user.profile.firstName + " " + (user.profile.middleInitial.length() == 0 ? "" : '
        '(user.profile.middleInitial.substring(0, 1) + ". ")) + user.profile.lastName',
        "John Q. Doe",
    ),
    Example(
        "ternary",
        "user.profile.isContractor && user.isMemberOf({'group.profile.name': 'West Coast Users'}) ? "
        '"West coast contractors" : "Others"',
        "Others",
    ),
)
"""Identity Engine's dialect, for JOHN."""

ERRORS = (
    "user.profile.email.toInteger()",
    "'123This is a test'.toNumber()",
)
"""What Identity Engine's page says gives an error."""
