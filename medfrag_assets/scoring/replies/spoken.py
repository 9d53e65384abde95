"""The words for yes and no, in the languages that models answer in."""

from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.words import split_words


def as_spoken(listed: str) -> frozenset[str]:
    """The phrases of a list as the words of a response are read."""
    return frozenset(" ".join(word.text for word in split_words(phrase)) for phrase in phrases(listed))


YES = as_spoken(
    """
    yes | yeah | yep | yup | affirmative | sí | si | oui | ja | да | sim | sì | はい |
    是 | 是的 | tak | evet | aye | yea |
    ya | 네 | 예 | 有 | 有的 | 对 | hai | نعم | हाँ | हां |
    ναι | так | ano | igen | joo | kyllä | jawohl | jo | da | vâng |
    
    có |
    yess | y
    """
)
NO = as_spoken(
    """
    no | n | nope | nah | nein | nej | não | нет | non | nie | 不 | 不是 | 没有 | いいえ | hayır |
    否 | 아니요 | 아니오 | 아뇨 | nee |
    لا | नहीं | όχι | ні | ne | nem | ei | tidak | không | nop | nay | negatory | 没 | 不是的 | nu
    """
)
REPLIES = YES | NO
