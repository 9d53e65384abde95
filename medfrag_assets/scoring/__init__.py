"""Reads a model's sentence: the verdict it commits to, or how it fails to.

From a response to its score, in the order in which `rules.score_response` calls them:

    words             the response as words and marks
    echoes            takes the prompt away that a response begins by repeating
    lexicon           finds the longest phrase at every word, what is misspelled put right (`spelling`): the phrases of
                      the task's vocabulary and of `cues`, where `kinds` says what a phrase can do, and each family of
                      phrases has a module
    idioms            words whose cue depends on others further off in the sentence
    sentences         divides the items into sentences, idioms read; `Passage` holds what is in one, for quick questions
    options           which words are letters of the prompt's options (a choice only)
    clauses           `reader` divides sentences into clauses (`splitting`) and reads each (`clause`): a `Reading` of
                      every mention, said, denied, hedged or only asked about. On the way it asks
                      explains, standards, sights, alternatives, chances, refusals: whether a sentence defines a word,
                      holds the picture against a standard, tells of what is seen, leaves two sides open, states a
                      number, declines
    replies           the yes or no, the letter or the bare word that a response opens or closes with
    looks             what the picture looks like, where nothing else answers
    claims            the sides that the mentions assert
    rules             weighs all of it, in the order of `_decide`: the score

Around them: `answers`, `lines` and `gold` score tables, lines and the gold set; `batches` is for many responses. The
judges, LLMs that are asked instead, are `judges` (what is asked), `judge_client` (asking) and `judge_budget` (bounds).
"""
