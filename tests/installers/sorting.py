"""Sorting by the ICU in a folder: ``python -m tests.installers.sorting FOLDER`` prints words in order."""

import ctypes
import sys
from pathlib import Path

LANGUAGES = ("en", "de", "de@collation=phonebook", "ja", "sv", "zh", "ko", "fr_CA", "tr", "ar")
WORDS = (
    "Zebra",
    "Äpfel",
    "Apfel",
    "ähnlich",
    "ångström",
    "öl",
    "côte",
    "coté",
    "ß",
    "ss",
    "項目",
    "あい",
    "アイ",
    "ｶﾅ",
    "中国",
    "北京",
    "한국",
    "ıI",
    "10",
    "2",
)


def main(folder: Path) -> None:
    """Print a line for each language, as Qt's QCollator would have it."""
    (library,) = folder.glob("libicui18n.so.*")
    version = library.suffix.removeprefix(".")
    icu = ctypes.CDLL(str(library))
    opened, sort_key = icu[f"ucol_open_{version}"], icu[f"ucol_getSortKey_{version}"]
    opened.restype = ctypes.c_void_p
    sort_key.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int)
    for language in LANGUAGES:
        error = ctypes.c_int(0)
        collator = opened(language.encode(), ctypes.byref(error))
        assert error.value <= 0, f"ICU cannot sort {language}: error {error.value}"

        def key(word: str, collator: int = collator) -> bytes:
            text, room = word.encode("utf-16-le"), ctypes.create_string_buffer(500)
            length = sort_key(collator, text, len(text) // 2, room, len(room))
            return room.raw[:length]

        print(f"{language}: {' '.join(sorted(WORDS, key=key))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
