import pytest

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue
from supportplan_desktop.domain.catalogue_data import read_catalogue, read_policy


@pytest.fixture(scope="session")
def catalogue() -> ServiceCatalogue:
    return read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def policy() -> Policy:
    return read_policy((resource("catalogue") / "policy.json").read_text("utf-8"))
