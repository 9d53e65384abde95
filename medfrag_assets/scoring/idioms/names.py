"""What may be named in an idiom, and how far from its words."""

from medfrag_assets.scoring.lexicon import Item

# How far from the words of an idiom stands what it is about, in items.
REACH = 5
# How many words "rule" and "out" hold between them.
BETWEEN = 5


def is_option(items: list[Item], place: int) -> bool:
    """Whether the item is a letter that may name an option. "A" may be an article."""
    text = items[place].text
    if text != "a":
        return len(text) == 1 and text in "bcd"
    return place + 1 == len(items) or items[place + 1].text in (",", ":", "(", "with", "to", "work")
