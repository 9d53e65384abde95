"""The scoring rules against a table written from the labelling guide, and properties that hold for any text."""

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medfrag_assets.scoring.rules import Label, Score, score_response
from medfrag_assets.study.load import fill_terms, load_study
from medfrag_assets.study.spec import Side, SideVocabulary, Vocabulary

STUDY = load_study("embedded")
TASKS = {"brain": "brain_tumor", "chest": "pneumonia", "skin": "skin_cancer", "breast": "breast_histopathology"}
# What a case expects: a side, or the label of a response without one.
EXPECTED: dict[str, tuple[Side | None, Label]] = {
    "+": ("positive", "answered"),
    "-": ("negative", "answered"),
    "hedged": (None, "hedged"),
    "refused": (None, "refused"),
    "off_task": (None, "off_task"),
    "empty": (None, "empty"),
}


def score(task: str, wording: str, response: str) -> Score:
    """The score of a response to a shipped wording of a task."""
    name = TASKS[task]
    closed, spec = STUDY.wordings(name).closed[wording], STUDY.tasks[name]
    prompt = fill_terms(closed.text, spec.terms)
    options = {str(letter): side for letter, side in closed.options.items()} if closed.options else None
    return score_response(spec.vocabulary, prompt, closed.family, closed.polarity, options, response)


YES_NO = [
    # A bare reply, and what surrounds it.
    ("brain", "disease", "Yes", "+"),
    ("brain", "disease", "no.", "-"),
    ("brain", "normal", "Yes", "-"),
    ("brain", "normal", "NO", "+"),
    ("chest", "abnormal", "**Yes**", "+"),
    ("chest", "normal", "Answer: No", "+"),
    ("skin", "disease", "The answer is no.", "-"),
    ("skin", "disease", "Yes</s>", "+"),
    ("breast", "disease", "No<end_of_turn>", "-"),
    ("breast", "disease", "[/INST] Yes <eos>", "+"),
    ("breast", "disease_cued", "Yes Yes Yes Yes Yes", "+"),
    ("brain", "disease", "Is this a brain tumor? No.", "-"),
    ("chest", "disease", "No\nUSER: Does it show a fracture?\nASSISTANT: Yes, pneumonia.", "-"),
    ("brain", "disease", "Oui.", "+"),
    ("brain", "disease", "Nein, kein Befund.", "-"),
    ("chest", "disease", "Probably not.", "-"),
    ("chest", "normal", "It is not.", "+"),
    ("chest", "disease", "Unlikely.", "-"),
    ("skin", "disease", "- Yes", "+"),
    ("brain", "disease", "Sure, the answer is yes.", "+"),
    # A clause that says it.
    ("brain", "disease", "Yes, there is evidence of a brain tumor.", "+"),
    ("brain", "disease", "No, the brain MRI appears normal.", "-"),
    ("brain", "disease", "NO TUMOR", "-"),
    ("brain", "disease", "A tumor is visible in the left hemisphere.", "+"),
    ("brain", "disease", "There is no evidence of a mass or other neoplasm.", "-"),
    ("brain", "disease", "The scan does not show a tumor", "-"),
    ("brain", "disease", "There are metastases in both hemispheres.", "+"),
    ("brain", "disease", "This is consistent with a glioma.", "+"),
    ("brain", "disease", "Findings suggest a meningioma", "+"),
    ("brain", "disease", "A tumor is unlikely.", "-"),
    ("brain", "disease", "It is unlikely that there is a tumor.", "-"),
    ("brain", "disease", "There is no doubt that this is a tumor.", "+"),
    ("brain", "disease", "I cannot see any tumor in this image.", "-"),
    ("brain", "disease", "I am unable to identify any mass.", "-"),
    ("brain", "disease", "No mass can be seen; a tumor is absent.", "-"),
    ("brain", "disease", "Tumor: absent", "-"),
    ("brain", "disease", "A brain tumor is not seen.", "-"),
    ("brain", "disease", "The tumor is not small.", "+"),
    ("brain", "disease", "It is not true that there is no tumor.", "+"),
    ("brain", "disease", "MRI without contrast shows a tumor.", "+"),
    ("brain", "disease", "No midline shift, but a mass is present.", "+"),
    ("brain", "disease", "No edema, no hemorrhage, no tumor.", "-"),
    ("brain", "disease", "There is an 85% probability of a tumor.", "+"),
    ("brain", "disease", "The probability of a tumor is 5%.", "-"),
    ("brain", "disease", "The brain is tumor-free.", "-"),
    ("brain", "disease", "Normal", "-"),
    ("brain", "disease", "No abnormalities are detected.", "-"),
    ("brain", "disease", "Tumor rather than a normal brain.", "+"),
    ("brain", "disease", "Findings:\n- **Brain tumor**: present", "+"),
    ("brain", "disease", "yes. i can cannot now see the tumour", "+"),
    ("chest", "disease", "The lungs are clear.", "-"),
    ("chest", "disease", "Patchy consolidation in the right lower lobe", "+"),
    ("chest", "disease", "There's no pneumonia.", "-"),
    ("chest", "disease", "This doesn't look like pneumonia.", "-"),
    ("chest", "disease", "Pneumonia has been ruled out.", "-"),
    ("chest", "disease", "This is suspicious for lobar pneumonia", "+"),
    ("chest", "disease_cued", "No signs of consolidation are present", "-"),
    ("chest", "disease", "The heart size is normal. There is consolidation in the left lung.", "+"),
    ("chest", "disease", "Negative for pneumonia.", "-"),
    ("chest", "disease", "Neither consolidation nor pneumonia is seen.", "-"),
    ("skin", "disease", "This lesion is a melanoma.", "+"),
    ("skin", "disease", "It is a benign naevus", "-"),
    ("skin", "disease", "The lesion is not benign.", "+"),
    ("skin", "disease", "The lesion is non-cancerous.", "-"),
    ("skin", "disease", "The mole looks malignant.", "+"),
    ("skin", "disease", "This is not a melanoma.", "-"),
    ("skin", "disease", "No melanoma, but a basal cell carcinoma.", "+"),
    ("skin", "disease", "The lesion is unlikely to be malignant.", "-"),
    ("skin", "disease", "Harmless seborrheic keratosis", "-"),
    ("breast", "disease", "The patch shows IDC.", "+"),
    ("breast", "disease", "The tissue is without carcinoma.", "-"),
    ("breast", "disease", "Benign tissue, no sign of malignancy", "-"),
    ("breast", "disease", "This is fibroadenoma", "-"),
    ("brain", "disease", "Nothing in this image suggests a tumor.", "-"),
    ("brain", "disease", "No part of the scan shows a tumor.", "-"),
    ("brain", "disease", "It is a tumor, not normal tissue.", "+"),
    ("brain", "disease", "There is a possible mass, likely a meningioma.", "+"),
    ("brain", "disease", "The tumor does not cross the midline.", "+"),
    ("brain", "disease", "This looks like a stroke, not a tumor.", "-"),
    ("brain", "disease", "The image not showing a tumor.", "-"),
    ("brain", "disease", "The answer to your question is no.", "-"),
    ("brain", "disease", "## Findings\n* No mass\n* Normal ventricles", "-"),
    ("chest", "disease", "Lungs are not clear.", "+"),
    ("chest", "disease", "I see no reason to suspect pneumonia", "-"),
    ("chest", "disease", "It looks like bronchopneumonia rather than clear lungs.", "+"),
    ("skin", "disease", "It is more likely benign than malignant.", "-"),
    ("skin", "disease", "The lesion is most likely a nevus, but melanoma cannot be excluded.", "-"),
    ("skin", "disease", "The lesion is malignant. Actually, it is benign.", "-"),
    ("skin", "disease", "This is neither cancerous nor suspicious.", "-"),
    ("breast", "disease", "IDC negative", "-"),
    # Normal and abnormal answer the question that asks for them.
    ("brain", "normal", "The MRI is abnormal.", "+"),
    ("brain", "normal", "This brain MRI is not normal.", "+"),
    ("brain", "normal", "It shows a mass.", "+"),
    ("chest", "normal", "There is a pleural effusion.", "+"),
    ("chest", "normal", "This chest X-ray is normal.", "-"),
    ("chest", "abnormal", "It is unremarkable.", "-"),
    ("chest", "abnormal", "There is nothing abnormal here.", "-"),
    ("chest", "abnormal", "It is not abnormal.", "-"),
    ("skin", "normal", "No, it is malignant.", "+"),
    ("breast", "abnormal", "Healthy tissue", "-"),
    ("brain", "abnormal", "It is abnormal, although there is no tumor.", "+"),
    ("brain", "normal", "I would not call this normal.", "+"),
    ("brain", "normal", "This is far from normal", "+"),
    ("brain", "normal", "It is unlikely that this is normal.", "+"),
    ("brain", "normal", "Yes, there is no evidence of disease.", "-"),
    ("brain", "normal", "No tumor is seen", "-"),
    # The clause outweighs the bare word.
    ("brain", "normal", "Yes, there is a tumor.", "+"),
    ("brain", "normal", "No, the brain MRI appears normal.", "-"),
    ("brain", "disease", "Yes, there is no evidence of a tumor.", "-"),
    ("chest", "disease", "No, this shows pneumonia.", "+"),
    # A leading yes or no commits for a modal clause.
    ("brain", "disease", "Yes, there may be a tumor.", "+"),
    ("chest", "normal", "No, there could be pneumonia.", "+"),
    # A disclaimer changes nothing.
    ("brain", "disease", "I am not a doctor, but there is a tumor.", "+"),
    ("chest", "disease", "No. However, please consult a doctor.", "-"),
    ("skin", "disease", "I'm sorry, but this looks like skin cancer.", "+"),
    ("breast", "disease", "Yes, but I cannot provide a diagnosis.", "+"),
    ("brain", "disease", "I can't provide medical advice. The image shows no tumor.", "-"),
    # Hedged.
    ("brain", "disease", "It is indeterminate whether there is a tumor.", "hedged"),
    ("brain", "disease", "There may be a tumor.", "hedged"),
    ("brain", "disease", "A tumor cannot be excluded.", "hedged"),
    ("chest", "disease", "I cannot rule out pneumonia.", "hedged"),
    ("chest", "disease", "Possibly.", "hedged"),
    ("chest", "disease", "The findings are equivocal", "hedged"),
    ("skin", "disease", "It could be benign or malignant.", "hedged"),
    ("skin", "normal", "The lesion is borderline.", "hedged"),
    ("breast", "disease", "There is carcinoma. There is no carcinoma.", "hedged"),
    ("breast", "abnormal", "The tissue might be abnormal", "hedged"),
    ("chest", "disease", "Opacities are visible, but I am unable to determine the cause.", "hedged"),
    ("brain", "disease", "If the bright area persists, it is a tumor.", "hedged"),
    ("skin", "disease", "There is a 50% chance of malignancy.", "hedged"),
    ("brain", "disease", "Yes and no.", "hedged"),
    ("breast", "disease", "Yes.\n\nNo.", "hedged"),
    ("chest", "disease", "There is a consolidation. This is not pneumonia.", "hedged"),
    ("brain", "normal", "It may not be normal.", "hedged"),
    ("chest", "disease", "Differential includes pneumonia and atelectasis.", "hedged"),
    # Refused.
    ("brain", "disease", "I am sorry, but I cannot provide a medical diagnosis.", "refused"),
    ("brain", "disease", "I am unable to determine this from the image.", "refused"),
    ("brain", "disease", "I'm unable to determine whether there is a tumor.", "refused"),
    ("brain", "disease", "It is difficult to determine if a mass is present", "refused"),
    ("chest", "disease", "As an AI, I can't diagnose pneumonia.", "refused"),
    ("chest", "normal", "No, I cannot determine that from this chest X-ray.", "refused"),
    ("chest", "disease", "There is no image attached.", "refused"),
    ("skin", "disease", "A biopsy is required.", "refused"),
    ("skin", "disease", "Please consult a dermatologist.", "refused"),
    ("breast", "disease", "I cannot reliably determine the presence of carcinoma.", "refused"),
    ("breast", "disease", "The presence of carcinoma cannot be determined.", "refused"),
    ("breast", "disease", "This H&E image is purple, but I cannot give a diagnosis.", "refused"),
    ("brain", "normal", "I am sorry, but I cannot", "refused"),
    ("brain", "disease", "Could you please provide the image?", "refused"),
    (
        "chest",
        "disease",
        "The chest X-ray does not provide enough information to see if pneumonia is present.",
        "refused",
    ),
    ("chest", "disease", "Clinical correlation is recommended.", "refused"),
    # Off task.
    ("brain", "disease", "The image shows a stroke.", "off_task"),
    ("chest", "disease", "There is a rib fracture.", "off_task"),
    ("brain", "disease", "MRI", "off_task"),
    ("brain", "disease", "Does this brain MRI show evidence of a brain tumor?", "off_task"),
    ("brain", "disease", "Does this brain MRI show evidence of", "off_task"),
    ("chest", "disease", "Pneumonia is an infection of the lungs caused by bacteria.", "off_task"),
    ("skin", "disease", "Melanoma is a type of skin cancer.", "off_task"),
    ("chest", "disease", "What are the symptoms of the patient?", "off_task"),
    ("chest", "disease", "Sure, let me look at the image.", "off_task"),
    ("brain", "disease", "The image", "off_task"),
    ("brain", "disease", "B", "off_task"),
    ("brain", "disease", "now the the cannoli brain of", "off_task"),
    ("skin", "normal", "Dermoscopy of the skin with a brown colour", "off_task"),
    ("chest", "disease", "The X-ray is abnormal.", "off_task"),
    ("breast", "disease", "Ductal carcinoma in situ", "off_task"),
    ("brain", "disease", "Yes, I can see the image.", "off_task"),
    ("chest", "disease", "Respond POSITIVE", "off_task"),
    ("brain", "disease", "There is no mass effect or midline shift.", "off_task"),
    # Empty.
    ("brain", "disease", "", "empty"),
    ("brain", "normal", " \n\t ", "empty"),
    ("chest", "disease", "</s><end_of_turn>", "empty"),
    ("skin", "disease", "...!?", "empty"),
    ("breast", "disease", "the the the the the the", "empty"),
    ("breast", "disease", "** **", "empty"),
]

# The disease is A in the first order and B in the second.
CHOICE = [
    ("brain", "choice_disease_first", "A", "+"),
    ("brain", "choice_none_first", "A", "-"),
    ("brain", "choice_disease_first", "(A)", "+"),
    ("brain", "choice_none_first", "B)", "+"),
    ("chest", "choice_disease_first", "B.", "-"),
    ("chest", "choice_none_first", "**B**", "+"),
    ("chest", "choice_none_first", "Option A", "-"),
    ("skin", "choice_disease_first", "The answer is A", "+"),
    ("skin", "choice_none_first", "Answer: B", "+"),
    ("skin", "choice_none_first", "a", "-"),
    ("breast", "choice_disease_first", "The correct answer is (B).", "-"),
    ("breast", "choice_none_first", "I would choose B because the nuclei are crowded.", "+"),
    ("breast", "choice_none_first", "A</s>", "-"),
    ("breast", "choice_disease_first", "Not A", "-"),
    ("brain", "choice_disease_first", "A A A A A", "+"),
    ("brain", "choice_disease_first", "B is correct", "-"),
    ("brain", "choice_disease_first", "B) no tumor", "-"),
    ("brain", "choice_none_first", "A) no tumor", "-"),
    ("brain", "choice_none_first", "brain tumor", "+"),
    ("brain", "choice_none_first", "A tumor is visible.", "+"),
    ("brain", "choice_none_first", "A brain tumor", "+"),
    ("brain", "choice_disease_first", "No tumor", "-"),
    ("skin", "choice_none_first", "The lesion appears benign.", "-"),
    ("skin", "choice_disease_first", "malignant lesion", "+"),
    ("skin", "choice_disease_first", "Benign lesion.", "-"),
    ("breast", "choice_disease_first", "invasive ductal carcinoma", "+"),
    ("chest", "choice_none_first", "Which finding does this chest X-ray show? A) no pneumonia B) pneumonia\nB", "+"),
    ("brain", "choice_disease_first", "A) brain tumor B) no tumor. The answer is B.", "-"),
    ("brain", "choice_disease_first", "Option A is wrong, so B.", "-"),
    ("brain", "choice_none_first", "The finding is a brain tumor (B).", "+"),
    ("brain", "choice_none_first", "[A]", "-"),
    ("breast", "choice_disease_first", "it is b.", "-"),
    ("breast", "choice_disease_first", "A is the correct option", "+"),
    ("skin", "choice_disease_first", "A benign lesion", "-"),
    # Option text outweighs the letter.
    ("brain", "choice_disease_first", "A) no tumor", "-"),
    ("chest", "choice_none_first", "A: pneumonia", "+"),
    # No choice.
    ("brain", "choice_disease_first", "A or B", "hedged"),
    ("brain", "choice_disease_first", "Both A and B are possible.", "hedged"),
    ("brain", "choice_none_first", "A\n\nB", "hedged"),
    ("breast", "choice_disease_first", "A/B", "hedged"),
    ("skin", "choice_disease_first", "It may be a malignant lesion.", "hedged"),
    ("chest", "choice_none_first", "pneumonia or no pneumonia", "hedged"),
    ("brain", "choice_none_first", "I am unable to determine this from the image.", "refused"),
    ("skin", "choice_none_first", "I'm sorry, I cannot choose an option.", "refused"),
    ("brain", "choice_disease_first", "A) brain tumor B) no tumor", "off_task"),
    ("brain", "choice_disease_first", "Which finding does this brain MRI show?", "off_task"),
    ("brain", "choice_disease_first", "C", "off_task"),
    ("chest", "choice_disease_first", "Option D", "off_task"),
    ("chest", "choice_disease_first", "Answer", "off_task"),
    ("chest", "choice_disease_first", "A chest X-ray", "off_task"),
    ("brain", "choice_none_first", "A stroke", "off_task"),
    ("breast", "choice_disease_first", "A patch of H&E stained tissue", "off_task"),
    ("brain", "choice_none_first", "Yes", "off_task"),
    ("breast", "choice_none_first", ")", "empty"),
]


@pytest.mark.parametrize(("task", "wording", "response", "expected"), YES_NO + CHOICE)
def test_a_response_is_read_as_the_guide_says(task: str, wording: str, response: str, expected: str) -> None:
    scored = score(task, wording, response)
    assert (scored.verdict, scored.label) == EXPECTED[expected], scored


@pytest.mark.parametrize(
    ("wording", "response", "rule"),
    [
        ("disease", "Yes", "yes_no"),
        ("normal", "Yes, there is a tumor.", "clause_over_yes_no"),
        ("choice_disease_first", "A", "letter"),
        ("choice_disease_first", "A) no tumor", "clause_over_letter"),
        ("choice_disease_first", "A) brain tumor B) no tumor", "echo"),
        ("choice_disease_first", "C", "letter_not_offered"),
        ("disease", "I cannot provide a diagnosis.", "refusal"),
        ("disease", "the image of", "no_commitment"),
    ],
)
def test_the_rule_that_decided_is_named(wording: str, response: str, rule: str) -> None:
    assert score("brain", wording, response).rule == rule


@pytest.mark.parametrize(
    ("response", "span"),
    [
        ("The scan shows NO Tumor at all.", "NO Tumor"),
        ("**Yes**</s>", "Yes"),
        ("I am sorry, but I cannot provide that.", "sorry"),
        ("the image of", None),
        ("", None),
    ],
)
def test_the_span_is_the_words_of_the_response_that_decided(response: str, span: str | None) -> None:
    assert score("brain", "disease", response).span == span


def test_a_task_of_its_own_words_is_read_by_them() -> None:
    vocabulary = Vocabulary(
        positive=SideVocabulary(name="glaucoma", synonyms=("cupped disc",), entities=("angle closure",)),
        negative=SideVocabulary(name="healthy eye", synonyms=("no glaucoma",)),
    )
    prompt = "Does this fundus photograph show glaucoma?"

    def verdict(response: str) -> Side | None:
        return score_response(vocabulary, prompt, "yesno", "positive", None, response).verdict

    assert verdict("The disc is a cupped disc.") == "positive"
    assert verdict("I see no glaucoma.") == "negative"
    assert verdict("This is a healthy eye") == "negative"
    assert verdict("Angle closure.") == "positive"
    assert verdict("a tumor") is None


def test_a_prompt_without_its_key_is_refused() -> None:
    vocabulary = STUDY.tasks["pneumonia"].vocabulary
    with pytest.raises(ValueError, match="polarity"):
        score_response(vocabulary, "?", "yesno", None, None, "Yes")
    with pytest.raises(ValueError, match="options"):
        score_response(vocabulary, "?", "choice", None, None, "A")


@pytest.mark.parametrize(
    "unit", ["tumor absent ", "not tumor ", "cannot really ", "A B C ", "no , ", "<", "x\n  ", "(", "a'b", "B"]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    hostile = unit * (100_000 // len(unit))
    began = time.process_time()
    score("brain", "disease", hostile)
    score("brain", "choice_disease_first", hostile)
    # Some 0.4 seconds; time that grew with the square took more than 7.
    assert time.process_time() - began < 4


OTHER = {"positive": "negative", "negative": "positive"}
WORDS = """yes no A B ) ( . , ? : not tumor normal abnormal cannot determine may whether if % 50 ² chance is absent
    </s> [INST] <start_of_turn>user benign or and likely n't answer"""
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join))


@given(word=st.sampled_from(["yes", "no"]), end=st.sampled_from(["", ".", "!", "</s>", ", ", "\n"]), caps=st.booleans())
def test_a_bare_yes_or_no_inverts_with_the_polarity(word: str, end: str, caps: bool) -> None:
    response = (word.upper() if caps else word) + end
    straight, inverted = score("chest", "abnormal", response).verdict, score("chest", "normal", response).verdict
    assert straight is not None
    assert inverted == OTHER[straight]


@given(
    letter=st.sampled_from("AB"),
    dress=st.sampled_from(["{}", "({})", "{})", "{}.", "Option {}", "**{}**", "Answer: {}"]),
)
def test_a_bare_letter_inverts_with_the_order(letter: str, dress: str) -> None:
    response = dress.format(letter)
    first = score("skin", "choice_disease_first", response).verdict
    second = score("skin", "choice_none_first", response).verdict
    assert first is not None
    assert second == OTHER[first]


@given(text=TEXTS, wording=st.sampled_from(["abnormal", "normal", "disease", "choice_none_first"]))
def test_any_text_has_a_label_and_a_verdict_only_when_answered(text: str, wording: str) -> None:
    scored = score("brain", wording, text)
    assert scored.label in get_args(Label)
    assert (scored.verdict is None) == (scored.label != "answered")
    assert scored.span is None or scored.span in text
    assert scored.rule.isidentifier()
