"""The vendor's data files: what ships loads, and what breaks a rule is refused by place and problem (DOMAIN 2)."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain.catalogue_data import read_agreement, read_catalogue
from tests.domain.vendor_files import Json, at, refused, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def catalogue() -> Json:
    content: Json = json.loads(shipped("catalogue/catalogue.json"))
    return content


@pytest.fixture
def agreement() -> Json:
    content: Json = json.loads(shipped("agreements/2019-10.json"))
    return content


def test_the_shipped_catalogue_has_the_published_prices() -> None:
    catalogue = read_catalogue(shipped("catalogue/catalogue.json"))
    prices = {tier.code: str(tier.monthly_price) for tier in catalogue.tiers}
    assert prices == {
        "basic": "0.00 USD",
        "developer": "26.00 USD",
        "business": "90.00 USD",
        "enterprise": "13500.00 USD",
    }
    assert catalogue.version == "2019-12-01"
    assert catalogue.durations == (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36)
    assert catalogue.free_tier.code == "basic"
    assert str(catalogue.site_zone) == "Asia/Hong_Kong"


def test_the_shipped_catalogue_takes_no_discount_and_no_vat() -> None:
    catalogue = read_catalogue(shipped("catalogue/catalogue.json"))
    assert catalogue.vat_rate == 0
    assert {catalogue.discount_rate(months) for months in catalogue.durations} == {Decimal(0)}


def test_the_shipped_items_are_the_guides_and_tickets_are_created_where_support_is_included() -> None:
    catalogue = read_catalogue(shipped("catalogue/catalogue.json"))
    assert [item.name.en for item in catalogue.items] == [
        "Self-Service",
        "Non-Technical Support",
        "Technical Support",
        "Who Can Submit Service Tickets",
        "Issue Severity and Response Time",
        "Service Ticket Handler",
        "Notifications",
        "Guidance",
        "Training",
        "Technical Account Manager",
    ]
    operated = {
        item.code: [code for code, content in item.contents.items() if content.operation] for item in catalogue.items
    }
    assert {code: tiers for code, tiers in operated.items() if tiers} == {
        "non_technical_support": ["basic", "developer", "business", "enterprise"],
        "technical_support": ["developer", "business", "enterprise"],
    }


def test_every_operation_has_a_name() -> None:
    for item in read_catalogue(shipped("catalogue/catalogue.json")).items:
        operated = any(content.operation for content in item.contents.values())
        assert operated == (item.operation is not None)


def test_a_higher_tier_never_has_less_and_answers_at_least_the_severities_of_the_lower() -> None:
    catalogue = read_catalogue(shipped("catalogue/catalogue.json"))
    for item in catalogue.items:
        contents = [item.contents[tier.code] for tier in catalogue.tiers]
        levels = [content.level for content in contents]
        assert levels == sorted(levels), item.code
        counts = [len(content.responses) for content in contents]
        assert counts == sorted(counts), item.code


def test_equal_levels_say_the_same_and_other_levels_say_something_else() -> None:
    for item in read_catalogue(shipped("catalogue/catalogue.json")).items:
        texts = {(content.level, content.summary) for content in item.contents.values()}
        levels = {content.level for content in item.contents.values()}
        assert len(texts) == len(levels) == len({summary for _, summary in texts}), item.code


def test_response_times_are_listed_by_severity_from_general_guidance_upwards() -> None:
    catalogue = read_catalogue(shipped("catalogue/catalogue.json"))
    order = [severity.code for severity in catalogue.severities]
    item = next(item for item in catalogue.items if item.code == "response_time")
    for content in item.contents.values():
        assert [response.severity for response in content.responses] == order[: len(content.responses)]
    assert [response.within.en for response in item.contents["enterprise"].responses] == [
        "< 16 h",
        "< 8 h",
        "< 3 h",
        "< 30 min",
        "< 15 min",
    ]


def test_the_shipped_bands_are_those_of_the_domain() -> None:
    catalogue = read_catalogue(shipped("catalogue/catalogue.json"))
    bands = {
        tier.code: [(str(band.up_to.amount) if band.up_to else "", str(band.rate)) for band in tier.incremental]
        for tier in catalogue.tiers
        if tier.incremental
    }
    assert bands == {
        "business": [("9000.00", "0.10"), ("72000.00", "0.07"), ("225000.00", "0.05"), ("", "0.03")],
        "enterprise": [("135000.00", "0.10"), ("450000.00", "0.07"), ("900000.00", "0.05"), ("", "0.03")],
    }


def test_the_shipped_agreement_is_numbered_and_its_fingerprint_is_of_the_whole_file() -> None:
    text = shipped("agreements/2019-10.json")
    agreement = read_agreement(text)
    assert agreement.version == "2019-10"
    assert agreement.title.zh == "支持计划服务协议"
    for number, paragraph in enumerate(agreement.paragraphs, start=1):
        assert paragraph.en.startswith(f"{number}  ")
        assert paragraph.zh.startswith(f"{number}  ")
    assert read_agreement(text + "\n").sha256 != agreement.sha256


def local_texts(value: object, where: str = "") -> Iterator[tuple[str, Json]]:
    """Every object with an `en` or `zh` of a file."""
    if isinstance(value, dict):
        if value.keys() & {"en", "zh"}:
            yield where, value
        for name, entry in value.items():
            yield from local_texts(entry, f"{where}.{name}")
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from local_texts(entry, f"{where}[{index}]")


@pytest.mark.parametrize("name", ["catalogue/catalogue.json", "agreements/2019-10.json"])
def test_every_text_is_there_in_both_languages_and_chinese_is_chinese(name: str) -> None:
    found = list(local_texts(json.loads(shipped(name))))
    assert found
    for where, text in found:
        assert text.keys() == {"en", "zh"}, where
        assert text["en"].strip(), where
        if text["en"] == "–":
            assert text["zh"] == "–", where
        else:
            assert any("\u4e00" <= character <= "\u9fff" for character in text["zh"]), where
        assert text["en"].isascii() or text["en"] == "–", where


def test_a_fifth_tier_between_business_and_enterprise_needs_no_code(catalogue: Json) -> None:
    premier = deepcopy(catalogue["tiers"][2])
    premier |= {"code": "premier", "rank": 3, "monthly_price": "900.00", "name": {"en": "Premier", "zh": "尊享级"}}
    catalogue["tiers"][3]["rank"] = 4
    catalogue["tiers"].append(premier)
    for item in catalogue["items"]:
        item["contents"]["premier"] = item["contents"]["business"]
    read = read_catalogue(json.dumps(catalogue))
    assert [tier.code for tier in read.tiers] == ["basic", "developer", "business", "premier", "enterprise"]
    assert [tier.code for tier in read.paid_tiers] == ["developer", "business", "premier", "enterprise"]
    assert str(read.tier("premier").monthly_price) == "900.00 USD"


BANDS = "bands are expected one above the other, the last one without an end"
BROKEN_PLACES: list[tuple[tuple[str | int, ...], object, str, str]] = [
    (("currency",), "XYZ", "currency", "not an ISO 4217 currency: 'XYZ'"),
    (("currency",), 5, "currency", "a text is expected"),
    (("version",), "", "version", "a text is expected, not an empty one"),
    (("site_zone",), "Asia/Hong_Kon", "site_zone", "a time zone such as Asia/Hong_Kong is expected"),
    (("site_zone",), "../Hong_Kong", "site_zone", "a time zone such as Asia/Hong_Kong is expected"),
    (("durations",), [], "durations", "at least 1 entries are expected"),
    (("durations",), [2, 1], "durations", "months are expected once each, shortest first"),
    (("durations",), [1, 1], "durations", "months are expected once each, shortest first"),
    (("durations", 3), 0, "durations[3]", "at least 1 is expected"),
    (("durations", 3), True, "durations[3]", "a whole number is expected"),
    (("vat_rate",), "1.2", "vat_rate", "a rate between 0 and 1 is expected"),
    (("vat_rate",), 0.2, "vat_rate", "a decimal in quotes is expected"),
    (("vat_rate",), "NaN", "vat_rate", "an amount of zero or more is expected"),
    (("discounts",), [{"months_from": 12, "rate": "2"}], "discounts[0].rate", "a rate between 0 and 1 is expected"),
    (
        ("discounts",),
        [{"months_from": 12, "rate": "0.1"}, {"months_from": 12, "rate": "0.2"}],
        "discounts",
        "the duration 12 is there twice",
    ),
    (("discounts",), [{"months_from": 0, "rate": "0.1"}], "discounts[0].months_from", "at least 1 is expected"),
    (("tiers", 2, "incremental"), [], "tiers[2].incremental", "at least 1 entries are expected"),
    (("tiers", 2, "incremental"), [{"up_to": "9000.00", "rate": "0.10"}], "tiers[2].incremental", BANDS),
    (("tiers", 2, "incremental"), [{"rate": "0.10"}, {"rate": "0.07"}], "tiers[2].incremental", BANDS),
    (("tiers", 2, "incremental", 0, "up_to"), "0.00", "tiers[2].incremental", BANDS),
    (("tiers", 2, "incremental", 1, "up_to"), "9000.00", "tiers[2].incremental", BANDS),
    (("tiers", 2, "incremental", 1, "up_to"), "8999.99", "tiers[2].incremental", BANDS),
    (
        ("tiers", 2, "incremental", 0, "up_to"),
        "9000.005",
        "tiers[2].incremental[0].up_to",
        "9000.005 has more digits than USD knows",
    ),
    (
        ("tiers", 2, "incremental", 3, "rate"),
        "1.01",
        "tiers[2].incremental[3].rate",
        "a rate between 0 and 1 is expected",
    ),
    (("tiers", 2, "incremental", 3, "rate"), 0.03, "tiers[2].incremental[3].rate", "a decimal in quotes is expected"),
    (("tiers",), {}, "tiers", "a list is expected"),
    (("tiers", 0), "basic", "tiers[0]", "an object is expected"),
    (("tiers", 0, "monthly_price"), "1.00", "tiers", "only the lowest tier is free"),
    (("tiers", 2, "monthly_price"), "0.00", "tiers", "only the lowest tier is free"),
    (("tiers", 2, "monthly_price"), "90.005", "tiers[2].monthly_price", "90.005 has more digits than USD knows"),
    (("tiers", 2, "monthly_price"), "-90", "tiers[2].monthly_price", "an amount of zero or more is expected"),
    (("tiers", 2, "monthly_price"), "ninety", "tiers[2].monthly_price", "a decimal in quotes is expected"),
    (("tiers", 2, "code"), "developer", "tiers", "the code developer is there twice"),
    (("tiers", 2, "rank"), 1, "tiers", "the rank 1 is there twice"),
    (("tiers", 1, "name", "zh"), " ", "tiers[1].name.zh", "a text is expected, not an empty one"),
    (
        ("tiers", 1, "colours", "dark", "fill"),
        "#137D75",
        "tiers[1].colours.dark.fill",
        "a colour such as 6A45BE is expected",
    ),
    (("items",), [], "items", "at least 1 entries are expected"),
    (("items", 1, "code"), "self_service", "items", "the code self_service is there twice"),
    (("items", 1, "contents", "basic", "level"), -1, "items[1].contents.basic.level", "at least 0 is expected"),
    (
        ("items", 1, "contents", "basic", "operation"),
        "yes",
        "items[1].contents.basic.operation",
        "true or false is expected",
    ),
    (
        ("items", 4, "contents", "business", "responses", 0, "severity"),
        "unheard_of",
        "items[4].contents",
        "no severity unheard_of",
    ),
]


@pytest.mark.parametrize(("path", "value", "where", "problem"), BROKEN_PLACES)
def test_a_broken_catalogue_is_refused_by_place_and_problem(
    catalogue: Json, path: tuple[str | int, ...], value: object, where: str, problem: str
) -> None:
    at(catalogue, *path[:-1])[path[-1]] = value
    assert refused(read_catalogue, catalogue) == (where, problem)


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("vat_rate",), "(top)"),
        (("tiers", 3, "highlights"), "tiers[3]"),
        (("tiers", 0, "scenario", "zh"), "tiers[0].scenario"),
        (("severities", 1, "note"), "severities[1]"),
        (("items", 0, "contents"), "items[0]"),
    ],
)
def test_a_missing_entry_is_named(catalogue: Json, path: tuple[str | int, ...], where: str) -> None:
    del at(catalogue, *path[:-1])[path[-1]]
    assert refused(read_catalogue, catalogue) == (where, f"{path[-1]} is missing")


def test_an_item_without_a_content_for_each_tier_is_refused(catalogue: Json) -> None:
    del catalogue["items"][2]["contents"]["business"]
    del catalogue["items"][2]["contents"]["enterprise"]
    assert refused(read_catalogue, catalogue) == ("items[2].contents", "business, enterprise is missing")


def test_a_file_that_is_not_json_is_refused_by_its_line() -> None:
    assert refused(read_catalogue, '{\n"version":\n}') == ("line 3", "Expecting value")


def test_a_file_that_is_not_an_object_is_refused() -> None:
    assert refused(read_catalogue, "[]") == ("(top)", "an object is expected")


@pytest.mark.parametrize(
    ("name", "value", "where", "problem"),
    [
        ("version", "October 2019", "version", "a version such as 2019-10 is expected"),
        ("version", "2019-13", "version", "a version such as 2019-10 is expected"),
        ("paragraphs", [], "paragraphs", "at least 1 entries are expected"),
        ("paragraphs", [{"en": "Only English."}], "paragraphs[0]", "zh is missing"),
        ("title", "Agreement", "title", "an object is expected"),
    ],
)
def test_a_broken_agreement_is_refused_by_place_and_problem(
    agreement: Json, name: str, value: object, where: str, problem: str
) -> None:
    agreement[name] = value
    assert refused(read_agreement, agreement) == (where, problem)
