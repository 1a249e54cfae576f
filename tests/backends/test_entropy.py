from supportplan_desktop.backends.entropy import SystemEntropy
from supportplan_desktop.domain.orders import NUMBER_ALPHABET


def test_codes_have_their_digits_leading_zeros_included() -> None:
    codes = [SystemEntropy().digits(6) for _ in range(2000)]
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert any(code.startswith("0") for code in codes)


def test_letters_are_of_the_alphabet() -> None:
    assert set(SystemEntropy().letters(500, NUMBER_ALPHABET)) <= set(NUMBER_ALPHABET)


def test_ids_differ() -> None:
    assert len({SystemEntropy().uuid() for _ in range(100)}) == 100
