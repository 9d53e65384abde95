"""The scoring rules against a table written from the labelling guide, and properties that hold for any text."""

import random
import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medfrag_assets.scoring.cues.shared import SHARED
from medfrag_assets.scoring.rules import Label, Score, score_response
from medfrag_assets.scoring.words import MARKS
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


# Families of phrasings, each by a few that no rule was written for word by word.
FAMILIES = [
    # Positive, in many ways.
    ("brain", "disease", "Yes.", "+"),
    ("brain", "disease", "是", "+"),
    ("chest", "normal", "Far from it.", "+"),
    ("brain", "choice_disease_first", "Option one", "+"),
    ("brain", "choice_disease_first", "B is incorrect, so A.", "+"),
    ("chest", "choice_none_first", "=> B", "+"),
    ("chest", "choice_none_first", "Choice: B.", "+"),
    ("chest", "choice_disease_first", "~~B~~ A", "+"),
    ("skin", "choice_disease_first", "B... wait, actually A.", "+"),
    ("brain", "disease", "The tumor occupies 30% of the hemisphere.", "+"),
    ("brain", "disease", "glioblastome", "+"),
    ("brain", "disease", "Tumour present", "+"),
    ("skin", "disease", "Basalioma", "+"),
    ("chest", "disease", "The pneumonia has not resolved.", "+"),
    ("skin", "choice_none_first", "Is it malignant? Yes, clearly.", "+"),
    ("brain", "disease", "I looked for a tumor and found one in the left lobe.", "+"),
    ("brain", "disease", '"No tumor" is incorrect.', "+"),
    ("skin", "disease", "You can't call this benign.", "+"),
    ("skin", "disease", "Can't be anything other than melanoma.", "+"),
    ("breast", "disease", "+ve for carcinoma", "+"),
    ("chest", "normal", "Right-sided pneumothorax.", "+"),
    ("brain", "normal", "Not healthy.", "+"),
    ("brain", "disease", "No, wait: yes.", "+"),
    ("brain", "disease", "**Answer:** Yes\n\n**Explanation:** The scan", "+"),
    ("brain", "disease", "Based on the image, I would say yes.", "+"),
    ("skin", "disease", "Suspicious for melanoma; excision is recommended.", "+"),
    ("brain", "normal", "No. The left ventricle is compressed by a lesion.", "+"),
    ("brain", "disease", "I would be surprised if this were not a tumor.", "+"),
    ("brain", "disease", "This patient has a tumor.", "+"),
    ("brain", "disease", "The tumor cannot be missed.", "+"),
    ("chest", "disease", "This would be in keeping with pneumonia.", "+"),
    ("chest", "disease", "Pneumonia seems likely to me, but please ask a radiologist.", "+"),
    ("chest", "disease", "More likely pneumonia than atelectasis.", "+"),
    ("chest", "disease", "Effusion: no. Pneumonia: yes.", "+"),
    ("chest", "choice_none_first", "The right answer would be B.", "+"),
    ("chest", "choice_none_first", "Between A and B, I'd choose B.", "+"),
    ("skin", "disease", "I would not call it benign.", "+"),
    ("skin", "disease", "High suspicion of melanoma.", "+"),
    ("skin", "normal", "No, melanoma.", "+"),
    ("skin", "choice_none_first", "I'd say option two.", "+"),
    ("breast", "disease", "This represents IDC, grade 3.", "+"),
    ("breast", "normal", "No, there are sheets of malignant cells.", "+"),
    ("breast", "choice_disease_first", "I think it's A (invasive ductal carcinoma).", "+"),
    ("brain", "normal", "This is not what a healthy brain looks like.", "+"),
    ("brain", "choice_disease_first", "Meningioma, so A.", "+"),
    ("brain", "choice_none_first", "I reject A.", "+"),
    ("brain", "choice_none_first", "Both options considered, B is the better one.", "+"),
    ("brain", "choice_none_first", "1. B", "+"),
    ("chest", "disease", "Bibasilar consolidations.", "+"),
    ("chest", "disease", "The presence of consolidation supports pneumonia.", "+"),
    ("chest", "normal", "No; consolidation.", "+"),
    ("chest", "normal", "The heart is enlarged, so no.", "+"),
    ("chest", "choice_none_first", "I can't give medical advice, but of the two options B fits better.", "+"),
    ("skin", "disease", "Features are those of a melanoma.", "+"),
    ("skin", "disease", "If forced to choose: malignant.", "+"),
    ("skin", "disease", "Cannot be benign.", "+"),
    ("skin", "disease", "No chance this is benign.", "+"),
    ("skin", "abnormal", "Abnormal, probably melanoma.", "+"),
    ("skin", "choice_disease_first", "malignant!", "+"),
    ("skin", "choice_none_first", "The lesion is B) malignant lesion.", "+"),
    ("breast", "disease", "Tumor cells infiltrate the fat.", "+"),
    ("breast", "disease", "The findings are diagnostic of carcinoma.", "+"),
    ("breast", "disease", "IDC(+)", "+"),
    ("breast", "normal", "Carcinoma, so no.", "+"),
    ("breast", "choice_none_first", "IDC", "+"),
    ("brain", "disease", "It's more likely than not that there's a tumor.", "+"),
    ("brain", "normal", "Seems abnormal.", "+"),
    ("brain", "choice_disease_first", "Probably A.", "+"),
    ("brain", "choice_none_first", "B, but a biopsy is needed.", "+"),
    ("chest", "disease", "Yes, there", "+"),
    ("skin", "disease", "Yes.<|im_end|>\n<|im_start|>user\nAre you sure?", "+"),
    ("skin", "disease", "✅ Yes", "+"),
    ("skin", "disease", "y", "+"),
    ("breast", "disease", "Suspicious for IDC.", "+"),
    ("breast", "disease", "Favors IDC.", "+"),
    ("breast", "disease", "Meets all criteria for malignancy.", "+"),
    ("breast", "disease", "Anything but benign.", "+"),
    ("breast", "choice_disease_first", "IDC is the better answer.", "+"),
    ("breast", "choice_disease_first", "A is more convincing than B.", "+"),
    ("breast", "choice_disease_first", "Not sure, but A.", "+"),
    ("brain", "disease", "In my opinion, yes, there is one.", "+"),
    ("brain", "normal", "There are demyelinating plaques.", "+"),
    ("brain", "normal", "Encephalitis is visible on the left.", "+"),
    ("chest", "normal", "Bronchiectasis in both lower lobes.", "+"),
    ("skin", "normal", "Ringworm", "+"),
    ("breast", "normal", "Acute mastitis.", "+"),
    ("chest", "disease_cued", "Patchy opacities are present in both lungs.", "+"),
    ("breast", "disease_cued", "Crowded irregular nuclei are present and the ducts are lost.", "+"),
    ("brain", "choice_none_first", "A) no tumor B) brain tumor\n\nI choose B) brain tumor.", "+"),
    ("chest", "disease", "Suspected pneumonia in the left lower lobe.", "+"),
    ("chest", "disease", "Everything points to pneumonia.", "+"),
    ("chest", "disease", "Yes, it shows patchy opacities.", "+"),
    ("chest", "disease", "The right lung is white, the left is dark. Pneumonia on the right.", "+"),
    ("skin", "disease", "The mole is irregular, asymmetric and multicolored: melanoma.", "+"),
    ("skin", "disease", "Cancer it is.", "+"),
    ("skin", "disease", "This needs to come out: melanoma.", "+"),
    ("skin", "choice_disease_first", "A melanoma", "+"),
    ("skin", "choice_disease_first", "Lesion type: malignant", "+"),
    # Negative, in many ways.
    ("brain", "disease", "いいえ", "-"),
    ("brain", "disease", "Pas de tumeur visible.", "-"),
    ("chest", "normal", "Sí, es normal.", "-"),
    ("skin", "choice_disease_first", "Gutartig.", "-"),
    ("skin", "disease", "It doesn't.", "-"),
    ("skin", "disease", "Nope, nothing there.", "-"),
    ("brain", "normal", "It certainly is.", "-"),
    ("brain", "choice_disease_first", "Second option.", "-"),
    ("brain", "choice_none_first", "Eliminate B.", "-"),
    ("chest", "choice_disease_first", "My guess is B.", "-"),
    ("skin", "choice_disease_first", "More B than A.", "-"),
    ("skin", "choice_disease_first", "A: 15%, B: 85%", "-"),
    ("skin", "choice_none_first", "P(malignant) = 0.12", "-"),
    ("skin", "disease", "The odds of this being cancer are 1 in 20.", "-"),
    ("skin", "disease", "benighn", "-"),
    ("breast", "disease", "fibroadenmoa", "-"),
    ("breast", "disease", "UDH only.", "-"),
    ("brain", "disease", "The tumor has been completely removed.", "-"),
    ("chest", "disease", "Is there pneumonia? No, there isn't.", "-"),
    ("skin", "disease", "No reason to suspect cancer.", "-"),
    ("skin", "disease", "I strongly doubt that this is melanoma.", "-"),
    ("breast", "disease", "Neither invasive nor in situ carcinoma is seen.", "-"),
    ("chest", "disease", "No acute disease.", "-"),
    ("chest", "normal", "Everything looks fine.", "-"),
    ("brain", "normal", "It would be wrong to call this scan abnormal.", "-"),
    ("brain", "normal", "No, it's not abnormal.", "-"),
    ("brain", "disease", "A tumor would displace the midline, and I don't see that.", "-"),
    ("brain", "disease", '{"tumor": false}', "-"),
    ("brain", "disease", "Tumor - no.", "-"),
    ("brain", "disease", "Impression: No intracranial mass lesion.", "-"),
    ("brain", "disease", "There's hardly any evidence of a tumor.", "-"),
    ("brain", "disease", "Evidence of tumor is lacking.", "-"),
    ("brain", "disease", "I see no sign whatsoever of a brain tumor.", "-"),
    ("brain", "disease", "I do not believe this is a tumor.", "-"),
    ("brain", "disease", "Stroke, not tumor.", "-"),
    ("chest", "disease", "No definite pneumonia.", "-"),
    ("chest", "choice_disease_first", "No pneumonia is what I see.", "-"),
    ("skin", "disease", "Despite its color the lesion is harmless.", "-"),
    ("skin", "disease", "Looks like a run-of-the-mill mole.", "-"),
    ("skin", "disease", "The features point away from malignancy.", "-"),
    ("skin", "disease", "No, a dermatofibroma.", "-"),
    ("skin", "choice_disease_first", "The lesion is benign, so B.", "-"),
    ("skin", "choice_disease_first", "Non-malignant.", "-"),
    ("breast", "disease", "Negative for carcinoma.", "-"),
    ("breast", "disease", "Carcinoma not identified.", "-"),
    ("breast", "disease", "Fibrocystic changes, no malignancy.", "-"),
    ("breast", "disease", "Cancer-free.", "-"),
    ("breast", "choice_disease_first", "Ductal structures look normal, so option B.", "-"),
    ("brain", "normal", "I do not see anything abnormal in this scan.", "-"),
    ("brain", "abnormal", "Unremarkable.", "-"),
    ("brain", "choice_none_first", "The scan is tumor free.", "-"),
    ("chest", "disease", "The X-ray doesn't show any sign that would make me think of pneumonia.", "-"),
    ("chest", "disease", "I'm 90% sure there's no pneumonia.", "-"),
    ("chest", "disease", "The opacity is due to atelectasis, not pneumonia.", "-"),
    ("chest", "disease", "Pneumonia was considered but rejected.", "-"),
    ("chest", "disease", "History: cough, suspected pneumonia. Findings: lungs clear.", "-"),
    ("chest", "normal", "This is a perfectly normal film.", "-"),
    ("chest", "choice_disease_first", "No signs of pneumonia.", "-"),
    ("skin", "disease", "Not melanoma.", "-"),
    ("skin", "disease", "Skin cancer: No", "-"),
    ("skin", "disease", "There are no worrying features; it's a mole.", "-"),
    ("skin", "disease", "Looks like melanoma at first, but it's a seborrheic keratosis.", "-"),
    ("skin", "normal", "The lesion looks healthy.", "-"),
    ("skin", "choice_disease_first", "A benign lesion is more likely.", "-"),
    ("breast", "disease", "Inconsistent with carcinoma.", "-"),
    ("breast", "disease", "Not IDC.", "-"),
    ("breast", "choice_disease_first", "The patch shows benign tissue: B.", "-"),
    ("breast", "choice_disease_first", "Is it A? No, B.", "-"),
    ("brain", "disease", "A tumor was suspected but not found.", "-"),
    ("brain", "normal", "Likely normal.", "-"),
    ("skin", "disease", "no no no no no", "-"),
    ("skin", "disease", "ASSISTANT: No.", "-"),
    ("breast", "disease", "I'd call this benign.", "-"),
    ("breast", "disease", "There is no reason to think of carcinoma.", "-"),
    ("breast", "disease", "Malignancy present: no", "-"),
    ("breast", "disease", "Benign vs malignant: benign.", "-"),
    ("breast", "disease", "I couldn't find any cancer cells.", "-"),
    ("breast", "choice_disease_first", "I'd rule out carcinoma.", "-"),
    ("breast", "choice_disease_first", "B fits better than A.", "-"),
    ("breast", "choice_disease_first", "I was going to say A, but B is correct.", "-"),
    ("breast", "choice_disease_first", "Confidence: A 0.2, B 0.8", "-"),
    ("brain", "disease", "From what I can see, no.", "-"),
    ("brain", "disease", "The scan does not show evidence of.", "-"),
    ("brain", "disease", "No se observa ningún tumor.", "-"),
    ("brain", "disease", "Non c'è nessun tumore.", "-"),
    ("brain", "disease_cued", "There is no bright mass and no shift of the midline.", "-"),
    ("skin", "disease_cued", "The border is regular, there is no asymmetry and only one color.", "-"),
    ("chest", "disease", "Not pneumonia. Probably edema.", "-"),
    ("chest", "disease", "I do not see the typical signs of pneumonia.", "-"),
    ("chest", "disease", "Yes, no pneumonia.", "-"),
    ("chest", "disease", "Free of infiltrates. No pneumonia.", "-"),
    ("skin", "disease", "Nothing to worry about.", "-"),
    ("skin", "choice_disease_first", "Answer: Benign", "-"),
    # Hedged.
    ("brain", "disease", "A tumor can't be ruled out.", "hedged"),
    ("chest", "disease", "Atelectasis vs pneumonia", "hedged"),
    ("skin", "choice_disease_first", "A and B are equally likely.", "hedged"),
    ("skin", "disease", "There is about a 50 percent chance of melanoma.", "hedged"),
    ("breast", "choice_disease_first", "I am torn between A and B.", "hedged"),
    ("brain", "normal", "The scan might be normal.", "hedged"),
    ("chest", "disease", "Malignant or benign, I can't decide. The border is irregular.", "hedged"),
    ("brain", "disease", "Yes... or no.", "hedged"),
    ("skin", "disease", "Possible melanoma.", "hedged"),
    ("breast", "choice_none_first", "Both options remain open.", "hedged"),
    ("brain", "disease", "There's a chance this is a glioma, but it isn't clear.", "hedged"),
    ("brain", "disease", "Could this be a glioma? Possibly.", "hedged"),
    ("brain", "disease", "Findings raise the possibility of lymphoma.", "hedged"),
    ("brain", "abnormal", "Perhaps slightly abnormal.", "hedged"),
    ("chest", "disease", "An infection can't be excluded.", "hedged"),
    ("chest", "disease", "Pneumonia is in the differential.", "hedged"),
    ("chest", "disease", "I'd put it at 50:50.", "hedged"),
    ("chest", "choice_disease_first", "A is possible, B is possible.", "hedged"),
    ("chest", "choice_none_first", "Possibly A.", "hedged"),
    ("chest", "normal", "It looks partly normal and partly abnormal.", "hedged"),
    ("skin", "disease", "The lesion has some worrying features and some benign ones.", "hedged"),
    ("skin", "disease", "It may be malignant or it may be benign.", "hedged"),
    ("skin", "choice_none_first", "Cannot exclude a malignant lesion.", "hedged"),
    ("skin", "normal", "This might not be normal.", "hedged"),
    ("breast", "disease", "Atypical ductal proliferation, cannot exclude carcinoma.", "hedged"),
    ("breast", "choice_disease_first", "The nuclei argue for A and the intact ducts argue for B.", "hedged"),
    ("breast", "normal", "I can't judge this, though some nuclei are irregular.", "hedged"),
    (
        "brain",
        "disease",
        "I cannot provide a diagnosis. However, there is a bright area in the left hemisphere.",
        "hedged",
    ),
    ("skin", "disease", "The lesion has an irregular border. I can't tell you if it is cancer.", "hedged"),
    ("brain", "normal", "Apart from a small cyst, the scan is normal.", "hedged"),
    ("brain", "disease", "My confidence that there is a tumor is about 50 percent.", "hedged"),
    ("brain", "disease", "Inconclusive; the image shows motion artifacts.", "hedged"),
    ("brain", "normal", "Not sure if it's normal.", "hedged"),
    ("chest", "choice_disease_first", "A and/or B", "hedged"),
    ("skin", "choice_disease_first", "malignant or benign", "hedged"),
    ("brain", "disease", "A tumor needs to be ruled out.", "hedged"),
    ("brain", "disease", "A tumor has not been ruled out.", "hedged"),
    ("breast", "disease", "The answer isn't clear from this patch.", "hedged"),
    ("breast", "disease", "It's a borderline case.", "hedged"),
    ("breast", "disease", "I see arguments for both sides.", "hedged"),
    ("breast", "disease", "IDC cannot be excluded with certainty.", "hedged"),
    ("breast", "choice_disease_first", "A is possible but so is B.", "hedged"),
    (
        "breast",
        "choice_disease_first",
        "Can't decide between A and B: the nuclei are large, but the ducts are intact.",
        "hedged",
    ),
    ("chest", "disease", "Infiltrate or vessel, I am not sure.", "hedged"),
    ("chest", "disease", "The X-ray is not conclusive.", "hedged"),
    ("chest", "disease", "Query pneumonia.", "hedged"),
    # Refused: by inability, for want of an examination, of an image, or of a calling.
    ("brain", "disease", "Sorry, I'm not able to view images.", "refused"),
    ("skin", "choice_disease_first", "You haven't shared a picture with me yet.", "refused"),
    ("skin", "disease", "I would need to see the photo first.", "refused"),
    ("chest", "choice_none_first", "Needs a lateral view.", "refused"),
    ("breast", "disease", "Additional immunostains (p63, SMA) are needed before invasion can be called.", "refused"),
    ("chest", "disease", "This should be read by a board-certified radiologist.", "refused"),
    ("brain", "disease", "That's a question for your neurologist.", "refused"),
    ("chest", "disease", "Diagnosing pneumonia is outside my scope.", "refused"),
    ("breast", "choice_none_first", "As a text-based assistant I can't look at slides.", "refused"),
    ("chest", "disease", "I refuse.", "refused"),
    ("brain", "disease", "Impossible to say.", "refused"),
    ("skin", "disease", "There is no way to know from a photo.", "refused"),
    ("brain", "disease", "The resolution is too low to make a diagnosis.", "refused"),
    ("brain", "choice_none_first", "The information given does not suffice.", "refused"),
    ("breast", "disease", "I do not have the expertise to identify carcinoma.", "refused"),
    ("chest", "choice_disease_first", "I cannot say whether it is A or B.", "refused"),
    ("breast", "choice_disease_first", "I lack the medical expertise needed to choose.", "refused"),
    ("skin", "disease", "No idea.", "refused"),
    ("skin", "disease", "Je suis désolé, je ne peux pas répondre.", "refused"),
    ("skin", "disease", "That would be for a dermatologist to decide.", "refused"),
    ("brain", "disease", "I'm sorry, but I", "refused"),
    ("chest", "choice_disease_first", "I'd choose neither, I can't tell.", "refused"),
    ("brain", "choice_disease_first", "Please provide the image so that I can choose between A and B.", "refused"),
    ("brain", "choice_disease_first", "I can't see the image, so I can't tell if it is A or B.", "refused"),
    ("skin", "disease", "I cannot I cannot I cannot I cannot", "refused"),
    ("brain", "disease", "The diagnosis of a brain tumor requires histology.", "refused"),
    ("skin", "disease", "It would be premature to call this melanoma.", "refused"),
    ("skin", "disease", "Whether this is cancer has to be decided by a dermatologist.", "refused"),
    ("skin", "disease", "You need a dermatologist to rule out melanoma.", "refused"),
    ("skin", "choice_disease_first", "A dermatologist has to choose between these.", "refused"),
    ("breast", "disease", "More fields would be needed.", "refused"),
    ("breast", "disease", "The patch is out of focus.", "refused"),
    ("breast", "disease", "I was not given a slide.", "refused"),
    ("skin", "disease", "Dermoscopy cannot replace histology.", "refused"),
    # Off task.
    ("brain", "disease", "Stroke.", "off_task"),
    ("chest", "disease", "Cardiomegaly with pulmonary edema.", "off_task"),
    ("brain", "disease", "Meningiomas arise from the meninges and are usually benign.", "off_task"),
    (
        "skin",
        "disease",
        "Melanoma is the most dangerous form of skin cancer. It develops from melanocytes.",
        "off_task",
    ),
    ("breast", "disease", "Carcinoma is a cancer that begins in epithelial tissue.", "off_task"),
    ("chest", "choice_disease_first", "Okay, I'll look at both options.", "off_task"),
    ("breast", "disease", "H&E", "off_task"),
    ("brain", "choice_disease_first", "E) None of the above", "off_task"),
    ("brain", "disease", "A brain MRI.", "off_task"),
    ("brain", "disease", "Thank you for the question.", "off_task"),
    ("brain", "disease", "MRI is often used to detect brain tumors.", "off_task"),
    ("brain", "disease", "The word tumor comes from Latin and means swelling.", "off_task"),
    ("brain", "disease", "Hydrocephalus with dilated ventricles.", "off_task"),
    ("brain", "choice_disease_first", "Aneurysm of the anterior communicating artery", "off_task"),
    ("brain", "choice_disease_first", "Which of these would you choose?", "off_task"),
    ("chest", "disease", "Radiologists look for white patches when they suspect pneumonia.", "off_task"),
    ("chest", "disease", "The treatment of pneumonia depends on its cause.", "off_task"),
    ("chest", "disease", "Tuberculosis with cavitation in the right upper lobe.", "off_task"),
    ("chest", "disease", "Does the patient have a fever?", "off_task"),
    ("chest", "choice_disease_first", "Pleural effusion", "off_task"),
    ("chest", "choice_disease_first", "Let me think about this step by step.", "off_task"),
    ("chest", "disease", "I can see the X-ray. What would you like to know?", "off_task"),
    ("skin", "disease", "Basal cell carcinoma is the most common skin cancer. It rarely spreads.", "off_task"),
    ("skin", "disease", "Contact dermatitis", "off_task"),
    ("skin", "choice_disease_first", "A picture of skin", "off_task"),
    ("skin", "normal", "Skin.", "off_task"),
    ("breast", "disease", "IDC stands for invasive ductal carcinoma.", "off_task"),
    ("breast", "disease", "The breast contains lobules and ducts.", "off_task"),
    ("breast", "disease", "In situ ductal carcinoma.", "off_task"),
    ("breast", "disease", "Hematoxylin stains nuclei blue.", "off_task"),
    ("breast", "disease", "Great! I'd love to help you with this slide.", "off_task"),
    ("brain", "choice_none_first", "Is it B?", "off_task"),
    ("chest", "disease", "A chest X-ray is a common test for diagnosing pneumonia.", "off_task"),
    ("chest", "disease", "Pneumonias are commonly caused by Streptococcus pneumoniae.", "off_task"),
    ("chest", "disease", "Pulmonary nodule, 8 mm.", "off_task"),
    ("chest", "disease", "Tube in good position.", "off_task"),
    ("chest", "disease", "There is", "off_task"),
    (
        "chest",
        "disease",
        "Thanks for sharing the X-ray! First, I'd look at the lung fields, then at the heart.",
        "off_task",
    ),
    ("chest", "disease", "Would you like a detailed report?", "off_task"),
    ("chest", "choice_disease_first", "The X-ray was taken in the PA projection.", "off_task"),
    ("chest", "choice_disease_first", "Answer: E", "off_task"),
    ("skin", "disease", "Benign lesions usually have smooth borders.", "off_task"),
    ("skin", "disease", "The difference between benign and malignant lesions lies in their growth.", "off_task"),
    ("skin", "disease", "A tattoo.", "off_task"),
    ("skin", "choice_disease_first", "What do you think?", "off_task"),
    ("brain", "disease", "Let me analyze the image for evidence of a brain tumor.", "off_task"),
    ("brain", "disease", "We need to look at the ventricles to identify a tumor.", "off_task"),
    ("chest", "disease", "Sarcoidosis.", "off_task"),
    (
        "brain",
        "choice_disease_first",
        "Question: Which finding does this brain MRI show? A) brain tumor B) no tumor Answer:",
        "off_task",
    ),
    ("chest", "disease", "Had there been pneumonia, the lung would be white.", "off_task"),
    # Empty.
    ("brain", "disease", "–––", "empty"),
]


# Families that the rules read, in words that neither half of the gold set holds.
VARIANTS = [
    ("chest", "disease", "early pneumonia?", "hedged"),
    ("chest", "disease", "? pneumonia", "hedged"),
    ("chest", "disease", "?? pneumonia LLL", "hedged"),
    ("brain", "disease", "Glioma??", "hedged"),
    ("brain", "disease", "Tumor(?)", "hedged"),
    ("skin", "disease", "melanoma? nevus?", "hedged"),
    ("skin", "choice_disease_first", "A?", "hedged"),
    ("skin", "choice_disease_first", "A or B?", "hedged"),
    ("skin", "choice_disease_first", "A) malignant lesion?", "hedged"),
    ("breast", "disease", "?IDC", "hedged"),
    ("breast", "disease", "Probably carcinoma?", "hedged"),
    ("chest", "disease", "IMPRESSION: ?pneumonia right base", "hedged"),
    ("chest", "disease", "Haziness at the left base, ?early pneumonia.", "hedged"),
    ("chest", "disease", "Patchy opacity, pneumonia?", "hedged"),
    ("chest", "normal", "normal chest?", "hedged"),
    ("brain", "disease", "No tumor?", "hedged"),
    ("skin", "disease", "If it's symmetric, like this one, it's benign.", "-"),
    ("skin", "disease", "If a mole has several colors, as this one does, it is malignant.", "+"),
    ("brain", "disease", "If the midline is shifted, and it is, a tumor is present.", "+"),
    ("chest", "disease", "If both lungs are clear, as they are here, there is no pneumonia.", "-"),
    ("skin", "disease", "Should it change, it would be malignant.", "hedged"),
    ("skin", "disease", "If I'm reading this right, it's a melanoma.", "+"),
    ("brain", "disease", "I can only guess.", "refused"),
    ("brain", "disease", "I'd only be guessing.", "refused"),
    ("brain", "disease", "It would be pure speculation.", "refused"),
    ("brain", "disease", "Anything I say would be speculation.", "refused"),
    ("brain", "disease", "I guess yes.", "+"),
    ("brain", "disease", "I guess so.", "+"),
    ("brain", "disease", "This is a guess, but no.", "-"),
    ("brain", "disease", "Just a guess: yes.", "+"),
    ("brain", "disease", "Your guess is as good as mine.", "refused"),
    ("brain", "disease", "I don't want to guess.", "refused"),
    ("brain", "disease", "The earlier scan had a mass, this one has none.", "-"),
    ("brain", "disease", "Earlier scans showed no tumor, but now there is one.", "+"),
    ("breast", "disease_cued", "The nuclei are not crowded and the ducts are not lost.", "-"),
    ("breast", "disease_cued", "Nuclei aren't crowded or irregular.", "-"),
    ("brain", "normal", "The normal architecture is effaced.", "+"),
    ("breast", "disease", "The normal ducts are replaced by carcinoma.", "+"),
    ("breast", "disease", "Normal breast tissue has been replaced by tumor.", "+"),
    ("chest", "normal", "Heart and lungs are normal.", "-"),
    ("chest", "normal", "Lungs, heart and bones are all normal.", "-"),
    ("chest", "disease", "There is no pneum", "-"),
    ("brain", "disease", "There is no evidence of a tum", "-"),
    ("brain", "disease", "This MRI shows a glio", "+"),
    ("skin", "disease", "This lesion is beni", "-"),
    ("skin", "disease", "most likely a mela", "+"),
    ("brain", "disease", "[x] tumor\n[ ] no tumor", "+"),
    ("brain", "disease", "[ ] tumor\n[x] no tumor", "-"),
    ("brain", "choice_disease_first", "☐ A) brain tumor\n☑ B) no tumor", "-"),
    ("brain", "choice_disease_first", "✅ A) brain tumor\n❌ B) no tumor", "+"),
    ("skin", "disease", "There is little chance that it is benign.", "+"),
    ("skin", "disease", "Chances are it's benign.", "-"),
    ("skin", "choice_disease_first", "Of A and B, A is the better fit.", "+"),
    ("chest", "disease", "Pneumonia: causes, symptoms and treatment", "off_task"),
    ("skin", "disease", "Melanoma - definition, diagnosis, treatment.", "off_task"),
    ("skin", "disease", "Did you know that melanoma can be cured if caught early?", "off_task"),
    ("brain", "disease", "A low-grade glioma is on the list.", "hedged"),
    ("brain", "disease", "Nothing definite.", "hedged"),
    ("chest", "disease", "I can't decide; there are signs for and against.", "hedged"),
    ("chest", "disease", "Some signs suggest pneumonia, others argue against it.", "hedged"),
    ("skin", "disease", "That's outside what I can do.", "refused"),
    ("skin", "disease", "Diagnosis from a photograph alone isn't reliable.", "refused"),
    ("brain", "disease", "Looks good.", "-"),
    ("brain", "disease", "Everything looks as it should.", "-"),
    ("brain", "normal", "Not really, no.", "+"),
    ("chest", "disease", "The answer is not yes.", "-"),
    ("skin", "choice_disease_first", "B is less likely.", "+"),
    ("skin", "choice_disease_first", "While A cannot be excluded, B is more likely.", "-"),
    ("brain", "disease", "No tumor? There is one.", "+"),
    ("brain", "disease", "I can't say there's no tumor.", "+"),
    ("brain", "disease", "lymphoma?", "hedged"),
    ("chest", "disease", "The lungs are clear except for a consolidation at the right base.", "+"),
    ("chest", "disease", "Treated for pneumonia last year.", "off_task"),
    ("chest", "disease", "The patient was sent because of suspected pneumonia. The lungs are clear.", "-"),
    ("breast", "disease", "No invasion is seen.", "-"),
    ("brain", "disease", "neoplasm?", "hedged"),
    ("brain", "disease", "to exclude: meningioma", "hedged"),
    ("brain", "disease", "Exclude metastasis.", "hedged"),
    ("chest", "disease", "LLL pneumonia??", "hedged"),
    ("chest", "disease", "?LRTI ?collapse", "hedged"),
    ("chest", "normal", "normal variant?", "hedged"),
    ("chest", "normal", "Abnormal??", "hedged"),
    ("chest", "choice_disease_first", "B?", "hedged"),
    ("skin", "disease", "MM? BCC? SK?", "hedged"),
    ("breast", "disease", "in situ or invasive?", "hedged"),
    ("breast", "disease", "Invasion?", "hedged"),
    ("skin", "disease", "In case the border is irregular it is cancer.", "hedged"),
    ("skin", "choice_disease_first", "A unless the color is even.", "hedged"),
    ("chest", "disease", "Were this pneumonia, there would be a consolidation. There is none.", "-"),
    ("chest", "disease", "For pneumonia one would expect an opacity, but none is seen.", "-"),
    ("brain", "disease", "I suppose so.", "+"),
    ("brain", "disease", "My gut feeling is no.", "-"),
    ("brain", "disease", "The risk of a tumor is low.", "-"),
    ("brain", "disease", "Equal chances for tumor and infarct.", "hedged"),
    ("brain", "disease", "A tumor is a remote possibility.", "-"),
    ("brain", "disease", "Signs of a tumor are ambiguous.", "hedged"),
    ("brain", "disease", "No lesions.", "-"),
    ("brain", "abnormal", "Something is off.", "+"),
    ("brain", "normal", "No issues.", "-"),
    ("brain", "normal", "There are no issues with this brain.", "-"),
    ("brain", "normal", "No problem at all.", "-"),
    ("brain", "normal", "Normal it is not.", "+"),
    ("brain", "disease", "No new lesion.", "-"),
    ("chest", "disease", "The infiltrate has cleared completely.", "-"),
    ("breast", "disease", "No residual carcinoma after chemotherapy.", "-"),
    ("skin", "disease", "Scar, no recurrence.", "-"),
    ("skin", "disease", "Have it checked.", "refused"),
    ("skin", "disease", "I recommend that you see someone about this.", "refused"),
    ("skin", "disease", "I'm going to pass.", "refused"),
    ("skin", "disease", "Pass.", "refused"),
    ("skin", "disease", "Interpretation is limited by the poor image quality.", "refused"),
    ("skin", "disease", "I don't process images.", "refused"),
    ("skin", "disease", "Nobody could tell from this.", "refused"),
    ("skin", "disease", "I have not been trained for this.", "refused"),
    ("skin", "disease", "YESSS", "+"),
    ("skin", "disease", "nooope", "-"),
    ("skin", "disease", "idk", "refused"),
    ("skin", "disease", "dunno", "refused"),
    ("brain", "disease", "Ich weiß es nicht.", "refused"),
    ("brain", "disease", "Das lässt sich nicht sagen.", "refused"),
    ("brain", "disease", "No lo sé.", "refused"),
    ("brain", "disease", "Não sei.", "refused"),
    ("brain", "disease", "Не знаю.", "refused"),
    ("brain", "disease", "わかりません。", "refused"),
    (
        "brain",
        "disease",
        "MRI is the preferred method for detecting brain tumors because it shows soft tissue well.",
        "off_task",
    ),
    ("brain", "disease", "Gliomas account for about 30 percent of all brain tumors.", "off_task"),
    ("brain", "disease", "Tumor growth depends on many factors.", "off_task"),
    ("brain", "disease", "Glioblastoma has a poor prognosis.", "off_task"),
    ("chest", "disease", "Pneumonia is diagnosed with a chest X-ray.", "off_task"),
    ("chest", "disease", "On X-rays, pneumonia looks like white patches.", "off_task"),
    ("skin", "disease", "Melanoma, the deadliest skin cancer, is rising worldwide.", "off_task"),
    ("skin", "disease", "Most moles are harmless.", "off_task"),
    ("brain", "disease", "As requested, I examined the scan for a mass.", "off_task"),
    ("brain", "disease", "Normal pressure hydrocephalus.", "off_task"),
    ("brain", "disease", "I don't feel qualified to answer this.", "refused"),
    ("brain", "disease", "It's not my role to diagnose.", "refused"),
    ("brain", "disease", "I don't do diagnoses.", "refused"),
    ("brain", "disease", "Your doctor will tell you whether it's a tumor.", "refused"),
    ("brain", "disease", "The image is too small to see a tumor.", "refused"),
    ("brain", "disease", "The midline looks straight, but I am not qualified to rule out a tumor.", "hedged"),
    ("brain", "disease", "A brain tumor is one explanation for the bright area; an abscess is another.", "hedged"),
    ("brain", "disease", "The bright area is hard to explain without a tumor.", "+"),
    ("brain", "disease", "Apart from age-related changes there's nothing to see.", "-"),
    ("brain", "disease", "Some radiologists would call this a tumor, others wouldn't.", "hedged"),
    ("brain", "disease", "To call this a tumor would be an exaggeration.", "-"),
    ("brain", "disease", "There's too little here to go on.", "refused"),
    ("brain", "choice_disease_first", "A fits, B doesn't.", "+"),
    ("skin", "disease", "No warning signs.", "-"),
    ("skin", "disease", "Melanoma mimicking a nevus.", "+"),
    ("skin", "disease", "Nevus mimicking melanoma.", "-"),
    ("breast", "disease", "The patch is too small and blurred for an assessment.", "refused"),
    ("brain", "disease", "No enhancing lesions are identified.", "-"),
    ("brain", "disease", "Hard to say for sure, but probably not.", "-"),
    ("brain", "disease", "Tumor less likely.", "-"),
    ("brain", "disease", "Is there a tumor? There is.", "+"),
    ("brain", "disease", "Is there a tumor? There might be.", "hedged"),
    ("brain", "disease", "In a word: yes.", "+"),
    ("brain", "disease", "Thus: positive.", "+"),
    ("brain", "disease", "Indeed it does.", "+"),
    ("brain", "disease", "The MRI doesn't show it.", "-"),
    ("brain", "disease", "There are such signs.", "+"),
    ("brain", "disease", "None that I can see.", "-"),
    ("brain", "disease", "Not that I can tell.", "-"),
    ("brain", "disease", "As far as I can see, there's nothing.", "-"),
    ("brain", "disease", "No?", "hedged"),
    ("brain", "disease", "No wonder you have headaches: there's a big tumor.", "+"),
    ("brain", "disease", "Everything seems OK.", "-"),
    ("brain", "disease", "Looks okay.", "-"),
    ("brain", "disease", "There's nothing to be concerned about.", "-"),
    ("brain", "disease", "I'm not concerned.", "-"),
    ("brain", "disease", "What looks like a tumor is a vessel.", "-"),
    ("brain", "disease", "It looks like a tumor but is only an artifact.", "-"),
    ("brain", "disease", "It may look like a tumor, but it's a cyst.", "-"),
    ("brain", "disease", "One might think of a tumor, but it's an infarct.", "-"),
    ("brain", "disease", "The suspected tumor turned out to be a cyst.", "-"),
    ("brain", "disease", "Headache, ?tumor. Normal MRI.", "-"),
    ("brain", "disease", "Patient with known glioma.", "+"),
    ("chest", "disease", "The lungs are well expanded and clear.", "-"),
    ("chest", "disease", "I favor atelectasis over pneumonia.", "-"),
    ("chest", "disease", "A diagnosis of pneumonia can be made.", "+"),
    ("chest", "disease", "Rotation limits the evaluation.", "refused"),
    ("skin", "disease_cued", "The border is irregular.", "+"),
    ("skin", "disease_cued", "None of these signs.", "-"),
    ("skin", "disease_cued", "All of these signs.", "+"),
    ("skin", "choice_none_first", "B beats A.", "+"),
    ("skin", "choice_none_first", "Correct answer: B. Incorrect answer: A.", "+"),
    ("breast", "disease", "The basement membrane is intact, so there's no invasion.", "-"),
    ("breast", "disease", "IDC(-)", "-"),
    ("breast", "disease_cued", "Ducts are preserved and nuclei are small and regular.", "-"),
    ("breast", "disease_cued", "Loss of ducts.", "+"),
    ("brain", "disease", "The most common symptom of a brain tumor is headache.", "off_task"),
    ("brain", "disease", "Brain tumor: causes, types and symptoms.", "off_task"),
    ("brain", "disease", "A neurosurgeon treats brain tumors.", "off_task"),
    ("brain", "disease", "If you have a brain tumor, you may have headaches.", "off_task"),
    ("brain", "choice_disease_first", "The two options are brain tumor and no tumor.", "off_task"),
    ("skin", "disease", "Moles should be checked once a year.", "off_task"),
    ("breast", "disease", "Histology slide.", "off_task"),
    ("chest", "disease", "Streptococcus pneumoniae is the most common cause of pneumonia.", "off_task"),
    ("chest", "disease", "I'm no doctor.", "refused"),
    ("chest", "disease", "I am not qualified.", "refused"),
    ("chest", "disease", "Correlate clinically.", "refused"),
    ("chest", "disease", "That's for the radiologist to say.", "refused"),
    ("chest", "disease", "I'm not the right one to ask.", "refused"),
    ("chest", "disease", "This request can't be fulfilled.", "refused"),
    ("chest", "disease", "I can provide general information about pneumonia, but not a diagnosis.", "refused"),
    ("chest", "disease", "There's no telling.", "refused"),
    ("chest", "disease", "The film is too rotated to judge.", "refused"),
    ("chest", "disease", "The picture is cut off.", "refused"),
    ("chest", "disease", "I need the image to answer.", "refused"),
    ("chest", "disease", "I keep going back and forth.", "hedged"),
    ("chest", "disease", "There's room for doubt.", "hedged"),
    ("chest", "disease", "There's some doubt.", "hedged"),
    ("chest", "disease", "The jury is still out.", "hedged"),
    ("chest", "disease", "It remains to be seen.", "hedged"),
    ("chest", "disease", "Only time will tell.", "hedged"),
    ("chest", "disease", "Debatable.", "hedged"),
    ("chest", "disease", "Not specific for pneumonia.", "hedged"),
    ("chest", "disease", "Atypical for pneumonia.", "-"),
    ("chest", "disease", "Somewhat suspicious.", "hedged"),
]


# Which side a text commits to where no phrase says it: families of language, each with a few members.
SIDES = [
    # Replies told in other words.
    ("brain", "disease", "It does, and quite plainly.", "+"),
    ("brain", "normal", "Not entirely: the left side is fuller.", "+"),
    ("chest", "abnormal", "I am relieved to say that it is not.", "-"),
    ("brain", "disease", "I would answer no to that.", "-"),
    ("skin", "disease", "My best guess would be that it does: look at the rim.", "+"),
    ("chest", "disease", "The question has to be answered in the negative.", "-"),
    ("brain", "disease", "There is no denying it.", "+"),
    ("brain", "normal", "I see no reason to call it anything else.", "-"),
    ("skin", "normal", "Not with that many colors.", "+"),
    ("breast", "disease_cued", "I could find neither of them in this patch.", "-"),
    ("chest", "disease", "Ample evidence.", "+"),
    # To be unable to call it something is to deny it; to be unable to decide is not.
    ("skin", "disease", "I could not in good conscience call this cancer.", "-"),
    ("brain", "normal", "I cannot honestly label this scan normal.", "+"),
    ("skin", "disease", "I am unable to label this benign or malignant.", "refused"),
    ("breast", "choice_disease_first", "It would take a vivid imagination to call this benign.", "+"),
    # Names that are said to be wrong.
    ("breast", "disease", "Carcinoma would be a gross overstatement.", "-"),
    ("skin", "choice_disease_first", "Calling it benign would be a serious mistake.", "+"),
    # Standards, met or missed, and what is not so.
    ("chest", "normal", "A normal film would have two dark lungs. Here one of them is white.", "+"),
    ("brain", "normal", "A healthy brain would not have a bleed. This one does.", "+"),
    ("skin", "choice_none_first", "Option A would require a regular network, and the network is regular.", "-"),
    ("skin", "disease", "Cancer would not be this symmetrical.", "-"),
    ("brain", "disease", "Had this been a tumor, it would have grown. It is a scar.", "-"),
    ("brain", "normal", "I would have called it normal, were it not for the glioma.", "+"),
    ("brain", "disease", "If it enhances, it would be a tumor.", "hedged"),
    ("chest", "disease", "If this is pneumonia, I will eat my hat.", "-"),
    # What something is held against, taken for or has been.
    ("skin", "choice_none_first", "Compared with a typical nevus this one has lost all order, hence B.", "+"),
    ("chest", "disease", "The supposed consolidation is a skin fold, so no.", "-"),
    ("skin", "disease", "The nevus that everyone took it for is a melanoma.", "+"),
    ("brain", "normal", "It was normal in 2015 but a glioma has grown since.", "+"),
    ("skin", "disease", "A nevus comes to mind at first, but in truth it is a melanoma.", "+"),
    ("brain", "disease", "As for a tumor, I find none.", "-"),
    # What only a part looks like, and looks alone.
    ("brain", "normal", "The ventricles are normal. There is an infarct on the left.", "+"),
    ("skin", "normal", "Ragged, lopsided, crusted.", "+"),
    ("skin", "normal", "Symmetric, with a sharp edge.", "-"),
    ("skin", "normal", "Anything but symmetric.", "+"),
    ("chest", "abnormal", "Neither the ribs, the hila nor the diaphragm looks out of place.", "-"),
    # What others would do, what one would have to overlook, what there is nothing of that is not.
    ("skin", "normal", "I hesitate to call this normal, and so would most of my colleagues.", "+"),
    ("brain", "choice_disease_first", "To choose B one would have to overlook a lemon in the left lobe.", "+"),
    ("chest", "normal", "There is nothing about it that isn't.", "-"),
    # Letters that are rejected or preferred.
    ("brain", "choice_none_first", "I would strike out B.", "-"),
    ("brain", "choice_disease_first", "A is a mass and B is no mass; I go for the latter.", "-"),
    ("chest", "choice_none_first", "B has the edge over A.", "+"),
    ("skin", "choice_disease_first", "Melanoma is excluded, and so is A.", "-"),
    ("breast", "choice_disease_first", "With no ducts left, A.", "+"),
    ("breast", "choice_disease_first", "The finding is carcinoma, B being out of the question.", "+"),
    ("skin", "choice_disease_first", "I would put malignancy at one in fifty.", "-"),
]


# What leaves a response open, each family of language with some of its members.
PLAIN = [
    # What was normal is lost, replaced or pushed aside, or is not.
    ("breast", "disease_cued", "Yes, the nuclei are crowded and there is a lack of the normal ducts.", "+"),
    ("breast", "normal", "A loss of normal lobules is what I notice first.", "+"),
    ("brain", "disease", "The mass replaces the normal white matter.", "+"),
    ("chest", "normal", "I see no loss of the normal lung markings.", "-"),
    ("breast", "abnormal", "The ducts have vanished.", "+"),
    ("breast", "abnormal", "The ducts are all still there.", "-"),
    ("skin", "normal", "There is no departure from what a mole should look like.", "-"),
    # A word that is called wrong, or is not to be used.
    ("brain", "abnormal", "I would not use the term abnormal here.", "-"),
    ("chest", "abnormal", 'The consolidation makes "normal" the wrong label.', "+"),
    ("skin", "abnormal", "Abnormal is too harsh a word for this mole.", "-"),
    # A question of one's own, answered by a word.
    ("skin", "choice_disease_first", "Malignant? Scarcely.", "-"),
    ("chest", "normal", "Would I sign this as normal? With a lobe that white, not a chance.", "+"),
    # "Hardly" denies within a phrase, too.
    ("brain", "normal", "I would hardly call it normal.", "+"),
    ("skin", "normal", "It is red, white and black, so I would scarcely call it that.", "+"),
    # Wishes, and reasons that are lacking.
    ("brain", "normal", "I wish I could say yes.", "+"),
    ("chest", "choice_none_first", "I would love to be able to pick A. One lobe is white.", "+"),
    ("skin", "disease", "Nothing here gives me a reason to answer yes.", "-"),
    ("chest", "disease", "I have no grounds for a no.", "+"),
    # What all readers would do, and what would be a surprise.
    ("chest", "normal", "No radiologist would call this normal.", "+"),
    ("skin", "abnormal", "No dermatologist would look twice at this.", "-"),
    ("skin", "abnormal", "Any dermatologist would biopsy this.", "+"),
    ("brain", "disease", "It does not take a radiologist to see the tumor.", "+"),
    ("brain", "disease", "It would surprise me if there was a tumor in here.", "-"),
    ("chest", "disease", "I fail to see how this could be pneumonia.", "-"),
    # What explains, and what explains nothing.
    ("brain", "choice_disease_first", "B would explain neither the shift nor the ring.", "+"),
    ("skin", "choice_disease_first", "I cannot square B with five colors and a veil.", "+"),
    # A denial behind what stands in front.
    ("skin", "disease", "Of melanoma there is no trace.", "-"),
    ("brain", "disease", "I searched every slice for a mass and came away empty-handed.", "-"),
    # Everyday words.
    ("chest", "abnormal", "There is fluid around the right lung.", "+"),
    ("chest", "abnormal", "The film shows a broken rib.", "+"),
    ("brain", "abnormal", "I do not see anything strange.", "-"),
    ("brain", "disease", "There is a lump in the left half.", "+"),
    ("brain", "normal", "The left half of the brain is not normal.", "+"),
    ("chest", "normal", "I would sign this off as clear.", "-"),
    # Edges that are places, and edges that are none.
    ("brain", "disease", "There is a tumor at the edge of the left ventricle.", "+"),
    ("skin", "disease", "It sits on the border between mole and melanoma.", "hedged"),
    # Left open, at the end.
    ("chest", "normal", "The left base is a bit hazy and the right one normal. It is too close to call.", "hedged"),
    ("skin", "disease", "It could be a mole or a melanoma; I do not know what to call it.", "hedged"),
    ("brain", "choice_disease_first", "If it enhances, A; if it stays as it is, B.", "hedged"),
    # A picture of nothing, and who is to judge.
    ("chest", "choice_disease_first", "All I get is a uniform black screen, so I can give neither A nor B.", "refused"),
    ("skin", "normal", "Normality of a mole has to be established by a physician.", "refused"),
    ("brain", "disease", "I can't tell from this image.", "refused"),
    ("chest", "normal", '"Normal" and "abnormal" are medical terms; I hand out neither.', "refused"),
    # What repeats, explains or only offers.
    ("skin", "disease_cued", "An irregular border, asymmetry or several colors.", "off_task"),
    ("brain", "disease_cued", "A bright mass on an MRI is an area of increased signal.", "off_task"),
    ("brain", "normal", "A normal brain MRI shows symmetric ventricles and a clear cortex.", "off_task"),
    ("chest", "disease_cued", "Sure! I'd be glad to check it for signs such as consolidation.", "off_task"),
    ("brain", "choice_disease_first", "<answer></answer>", "empty"),
]
OPEN = [
    # Left open, whatever was weighed before it.
    ("chest", "disease", "It is a draw between pneumonia and atelectasis.", "hedged"),
    (
        "brain",
        "disease",
        "One spot argues for a tumor, its sharp edge against it; I would not put money on either.",
        "hedged",
    ),
    ("skin", "disease", "This is an atypical nevus, which sits between benign and malignant.", "hedged"),
    ("skin", "disease", "I see a veil that worries me and a symmetry that reassures me.", "hedged"),
    ("brain", "disease", "Low-grade glioma and infarct both come into question.", "hedged"),
    ("brain", "disease", "The spot is bright, but it may be an artifact, so both readings are defensible.", "hedged"),
    (
        "chest",
        "disease",
        "There is no consolidation. Yet I would not go so far as to call the film free of pneumonia.",
        "hedged",
    ),
    ("brain", "disease", "**Differential diagnosis**\n- Low-grade glioma\n- Focal cortical dysplasia", "hedged"),
    ("brain", "disease", "Small bright focus near a gyrus, perhaps a tumor.\n\n**Overall:** inconclusive.", "hedged"),
    ("brain", "disease", "I first wavered, but the enhancement settles it: tumor.", "+"),
    ("brain", "disease", "There is a tumor; whether it is a glioma or a metastasis remains open.", "+"),
    ("brain", "disease", "A tumor is there. Its type cannot be determined without histology.", "+"),
    # A choice that is none.
    ("brain", "disease", "Tumor or not, that is for a neurologist.", "refused"),
    ("skin", "disease", "I do not label lesions as malignant or benign.", "refused"),
    ("brain", "choice_disease_first", "I can pick neither A nor B.", "refused"),
    ("brain", "choice_disease_first", "Neither A nor B can be confirmed by me.", "refused"),
    (
        "brain",
        "choice_disease_first",
        "There is a faint asymmetry on the left; I would not commit to A or B.",
        "hedged",
    ),
    ("brain", "choice_disease_first", "The rim points to A, the sharp edge to B.", "hedged"),
    ("brain", "choice_disease_first", "brain tumor, no tumor", "off_task"),
    ("brain", "choice_disease_first", "Hard to choose, but A.", "+"),
    # Conditions without an if.
    ("skin", "disease", "In a child I would call this a Spitz nevus, in an adult a melanoma.", "hedged"),
    (
        "breast",
        "disease",
        "With an outer layer around them these glands are benign, without it they are carcinoma.",
        "hedged",
    ),
    ("breast", "disease", "This would be carcinoma were the outer layer absent.", "hedged"),
    ("breast", "disease", "Should the layer be missing, it is carcinoma.", "hedged"),
    ("breast", "disease", "Whether it is invasive comes down to the three cells outside the duct.", "hedged"),
    ("chest", "disease", "Provided the band moves with position it is fluid; if it stays, pneumonia.", "hedged"),
    ("brain", "disease", "If the image were sharper I could answer.", "refused"),
    ("brain", "disease", "Were I a neurologist I could tell.", "refused"),
    ("brain", "disease", "If pressed for a sign I would name the bright gyrus, yet I cannot decide.", "hedged"),
    # Chances.
    ("brain", "disease", "There is a chance of a small mass.", "hedged"),
    ("brain", "disease", "I would put the odds of a tumor at one in two.", "hedged"),
    ("brain", "disease", "The chance of a tumor is small.", "-"),
    ("brain", "disease", "There is only a small chance of a tumor.", "-"),
    ("brain", "disease", "There is a high chance of a small tumor.", "+"),
    # What one would have to be able to do.
    ("brain", "disease", "Nobody can answer that from one slice.", "refused"),
    ("brain", "disease", "That is nothing I am allowed to judge.", "refused"),
    ("brain", "disease", "This is neither a diagnosis I can make nor one I am allowed to make.", "refused"),
    ("brain", "disease", "The picture is too blurred to read.", "refused"),
    ("brain", "disease", "A single slice tells too little.", "refused"),
    ("brain", "disease", "Any answer would be a guess.", "refused"),
    ("brain", "disease", "I have not the faintest idea.", "refused"),
    ("brain", "disease", "I am only able to handle text.", "refused"),
    ("brain", "disease", "A biopsy will tell.", "refused"),
    ("brain", "disease", "Have it examined.", "refused"),
    ("brain", "disease", "Telling a tumor from an infarct exceeds what I can do.", "refused"),
    ("brain", "disease", "Take this to a neurologist, not to me.", "refused"),
    ("brain", "disease", "This is not a task to be done by an app.", "refused"),
    ("brain", "disease", "A tumor must be confirmed by a pathologist.", "refused"),
    # Spoken of beside a refusal, and said beside one.
    ("brain", "disease", "Finding tumors is work for a radiologist.", "refused"),
    ("brain", "disease", "Brain tumors are a serious matter and I am not able to diagnose them.", "refused"),
    ("skin", "disease", "Melanoma must be diagnosed by a dermatologist.", "refused"),
    ("skin", "disease", "If you notice changes in a mole, see a dermatologist.", "refused"),
    ("skin", "disease", "Ruling out skin cancer takes more than a photo.", "refused"),
    ("brain", "disease", "You ask because someone fears a tumor. I must leave that to a physician.", "refused"),
    ("brain", "disease", "A tumor displaces the midline. Please consult a doctor.", "+"),
    ("brain", "disease", "No biopsy was done, but a tumor is seen. Ask a neurologist.", "+"),
    ("skin", "disease", "Benign. I cannot give a diagnosis.", "-"),
    ("brain", "disease", "You want to know, perhaps out of fear of a tumor. That is for a neurologist.", "refused"),
    ("brain", "choice_disease_first", "If I were a doctor I would pick A or B. I am not, so I do neither.", "refused"),
    # Evidence beside an inability.
    ("brain", "disease", "I am unable to choose. Edema of that size has some cause.", "hedged"),
    ("brain", "disease", "A tumor would fit, and so would an abscess.", "hedged"),
    ("brain", "disease", "I cannot decide: a dark rim, but a straight midline.", "hedged"),
    ("breast", "disease", "The epithelium is piled up in one duct and flat in the next; I cannot tell.", "hedged"),
    ("breast", "disease", "Dense nuclei, but I am not qualified to tell.", "hedged"),
    ("skin", "disease", "There are streaks at the edge. I can't say.", "hedged"),
    # A doubt about the picture.
    ("breast", "disease", "The stroma may hold more cells than usual.", "hedged"),
    ("chest", "disease", "Hazy on the left, though that may be rotation.", "hedged"),
    ("brain", "disease", "There might be some, in the shape of two dots.", "hedged"),
    ("brain", "disease", "Gray and white matter can be told apart on this sequence.", "off_task"),
    # General statements.
    ("brain", "disease", "A brain tumor is called primary when it starts in the brain itself.", "off_task"),
    ("brain", "disease", "Not every bright spot on an MRI is a tumor.", "off_task"),
    ("brain", "disease", "In a healthy brain the two halves mirror each other.", "off_task"),
    ("brain", "disease", "When a tumor grows, it pushes the midline to the side.", "off_task"),
    ("chest", "disease", "Pneumonia shows as white patches on a chest X-ray.", "off_task"),
    ("chest", "disease", "Doctors diagnose pneumonia by listening to the lungs and taking an X-ray.", "off_task"),
    ("chest", "disease", "A person with pneumonia may have fever, chills and a cough.", "off_task"),
    ("chest", "disease", "A normal chest X-ray shows the heart, the lungs and the ribs.", "off_task"),
    (
        "skin",
        "disease",
        "Benign lesions have even borders; malignant ones are irregular and have many colors.",
        "off_task",
    ),
    ("breast", "disease", "Invasive ductal carcinoma (IDC) begins in the milk ducts.", "off_task"),
    ("breast", "disease", "Carcinoma that stays within the duct is called in situ.", "off_task"),
    ("breast", "disease", "Invasive ductal carcinoma (IDC) is present.", "+"),
    ("chest", "disease", "Opacities are what one should look for.", "off_task"),
    (
        "brain",
        "disease",
        "Certainly! I will go over the MRI for a bright mass and then tell you whether it shows a brain tumor.",
        "off_task",
    ),
    # Nothing.
    ("brain", "disease", "Answer: Answer: Answer: Answer:", "empty"),
    ("brain", "disease", "<start_of_turn>model", "empty"),
    ("brain", "disease", "<|im_start|>assistant\n", "empty"),
]


# Classes of error found among texts that the rules had not seen.
MENDED = [
    # A "no" that answers, and one that an option's text begins with.
    ("brain", "choice_none_first", "It's a clear no: A.", "-"),
    ("brain", "choice_none_first", "A) no", "-"),
    ("brain", "normal", "The answer is a plain no: on the left we find a mass.", "+"),
    # What a heading names is denied behind it.
    ("brain", "disease", "Bright mass: none that I can find.", "-"),
    ("brain", "disease", "Mass: not that I can see.", "-"),
    ("brain", "disease", "Mass: I do not see one.", "-"),
    ("chest", "disease", "Consolidation: zero, in both lungs.", "-"),
    ("chest", "disease", "Consolidation: neg", "-"),
    ("chest", "disease", "Patchy opacities, negative; consolidation, negative.", "-"),
    ("chest", "disease", "Evidence of pneumonia: not lacking.", "+"),
    ("chest", "abnormal", "No abnormality detected (normal study).", "-"),
    ("brain", "normal", "Is it normal? I believe so. Is it certain? No.", "-"),
    # Where a denial ends.
    ("chest", "disease", "An opacity without volume loss means pneumonia.", "+"),
    ("chest", "choice_none_first", "Not A, considering the opacity behind the heart.", "+"),
    ("chest", "choice_none_first", "Not A, in light of the infiltrate.", "+"),
    ("brain", "choice_none_first", "What excludes A is the mass in the frontal lobe.", "+"),
    ("brain", "choice_none_first", "B is my reading, for the midline has disappeared behind a haze.", "+"),
    ("breast", "disease", "The tissue is without the crowding and the disorder that mark a carcinoma.", "-"),
    ("chest", "disease", "I don't believe that pneumonia is absent.", "+"),
    # Letters that are ruled out.
    ("skin", "choice_disease_first", "B's out.", "+"),
    ("skin", "choice_disease_first", "So A is out and B it is.", "-"),
    ("skin", "choice_disease_first", "A is too strong for a spot this tidy.", "-"),
    ("skin", "choice_disease_first", "A seems unlikely to me.", "-"),
    ("skin", "choice_disease_first", "There's little to be said for A.", "-"),
    ("skin", "choice_disease_first", "I'd be shocked if it proved to be A.", "-"),
    ("skin", "choice_disease_first", "The case for A is thin.", "-"),
    ("skin", "disease", "It would surprise me if this turned out to be a melanoma.", "-"),
    # What was so at another time.
    ("chest", "disease", "Last week's radiograph showed a consolidation; now the lung is clear again.", "-"),
    ("chest", "disease", "The previous film showed pneumonia. This one is clear.", "-"),
    ("chest", "disease", "Pneumonia was found a month ago. Today the lungs are clear.", "-"),
    ("chest", "disease", "Compared with a film on which consolidation was seen, the lungs have cleared.", "-"),
    ("chest", "disease", "The pneumonia described three weeks ago is still visible.", "+"),
    ("skin", "disease", "A melanoma was cut out here years ago; what is left is a scar.", "-"),
    # What is held against the normal.
    ("breast", "abnormal", "Nothing in this field deviates from a healthy lobule.", "-"),
    ("breast", "abnormal", "This differs from healthy tissue in almost every respect.", "+"),
    ("skin", "normal", "It shows a blue-white veil, which a normal mole never has.", "+"),
    ("skin", "normal", "A normal mole would not bleed like this.", "+"),
    ("chest", "normal", "No, healthy lungs don't look white like this.", "+"),
    ("chest", "normal", "A healthy chest film doesn't have a white lobe.", "+"),
    ("chest", "normal", "A healthy chest film doesn't have a white lobe. This one does not either.", "-"),
    # What is looked for.
    ("brain", "disease", "You asked about a bright mass: there isn't one.", "-"),
    ("brain", "disease", "You wanted to know about a bright mass: there is one, on the left.", "+"),
    ("brain", "disease", "I went over the slice for a mass. None is there.", "-"),
    ("brain", "disease", "Looking for a mass: none.", "-"),
    ("brain", "abnormal", "Abnormal signals I looked for: rims, streaks. Abnormal signals I found: none.", "-"),
    # Who calls it so, and what is asked and answered in one sentence.
    ("skin", "normal", "Whoever says this is normal ignores the ulcer.", "+"),
    ("skin", "choice_disease_first", "Not malignant in my opinion.", "-"),
    ("skin", "normal", "If you're asking if it's normal, then no.", "+"),
    ("skin", "normal", "If you ask whether something is wrong, then yes, plainly.", "+"),
    ("skin", "disease", "If it has bled, yes; otherwise no.", "hedged"),
    ("breast", "normal", "It may seem normal from afar, but the glands have no outer layer. No.", "+"),
    # What is said of any of a kind, or only listed.
    ("skin", "choice_disease_first", "A. A dysplastic nevus can look similar, though.", "+"),
    ("chest", "disease", "Considerations: edema, hemorrhage, pneumonia.", "hedged"),
    ("chest", "disease", "White patches like these can be seen in pneumonia.", "hedged"),
    ("chest", "disease_cued", "Cardiomegaly", "off_task"),
    ("skin", "disease_cued", "Sure, here is a summary of the border, the symmetry and the colors:", "off_task"),
    ("skin", "disease", "Sure! Here's what I see regarding symmetry, border and color:", "off_task"),
    ("brain", "normal", "Yes. For informational purposes only.", "-"),
    ("breast", "abnormal", "There is marked nuclear atypia.", "+"),
    # What would be, and is not.
    ("skin", "disease", "If it were malignant, I would expect several colors, but there is only one.", "-"),
    ("chest", "disease", "Were this pneumonia, the heart border would be lost, yet it is sharp.", "-"),
    ("chest", "disease", "If pneumonia were present, the border would be blurred, and it is sharp.", "-"),
    ("brain", "normal", "If it were normal, the sulci would be open, and they are effaced.", "+"),
    ("skin", "disease", "If this is not melanoma, I would be surprised.", "+"),
    ("chest", "disease", "No shadow that could be pneumonia.", "-"),
    ("brain", "normal", "So I could not call it that.", "+"),
    # A reply that a report opens with, and one that it ends with.
    ("brain", "abnormal", "No, it is not abnormal. The ventricles are normal. One calcification is old.", "-"),
    ("breast", "disease", "I see carcinoma in one corner. The rest is benign. On balance: yes.", "+"),
    # Left open, or not.
    ("brain", "disease", "This fits a glioma as well as it fits an infarct.", "hedged"),
    ("chest", "disease", "Pneumonia or atelectasis, or nothing at all", "hedged"),
    ("skin", "choice_disease_first", "The second option is the more plausible of the two.", "-"),
    ("brain", "disease", "No tumor that I can see. Both halves are equal.", "-"),
    ("brain", "normal", "This brain looks just like that of a healthy adult.", "-"),
    ("breast", "disease", "Although the glands crowd, which suggests carcinoma, they are lined: no carcinoma.", "-"),
    ("breast", "disease", "Overall, I do not see the signs mentioned.", "-"),
    # General statements.
    ("chest", "disease", "Opacities and consolidation are features of pneumonia.", "off_task"),
    ("chest", "normal", "Abnormal films are common in smokers.", "off_task"),
    ("skin", "disease", "Skin cancer statistics", "off_task"),
    ("brain", "normal", "What we call normal varies with age.", "off_task"),
    ("skin", "disease", "The veil and the streaks are the hallmarks of melanoma.", "+"),
    ("chest", "disease", "Viral pneumonia is the leading diagnosis.", "+"),
    # Professionals who would do something do not take the question over; what is only talked of is not said.
    ("brain", "normal", "A radiologist with five minutes would send this straight back as a normal scan.", "-"),
    (
        "breast",
        "disease",
        "I am unable to tell. The evaluation of tissue for carcinoma is a task of its own.",
        "refused",
    ),
    ("skin", "disease", "This doesn't strike me as cancer.", "-"),
    # What is said of a letter without a word of a finding.
    ("chest", "choice_none_first", "B is a better match than A.", "+"),
    ("chest", "choice_none_first", "B has nothing to back it up.", "-"),
    ("chest", "choice_none_first", "A lacks support, given the dense base.", "+"),
    ("chest", "choice_none_first", "For B I'd need consolidation, which isn't there.", "-"),
    ("chest", "choice_none_first", "B loses.", "-"),
    ("skin", "choice_disease_first", "A overstates it.", "-"),
    ("skin", "choice_disease_first", "B ignores the veil.", "+"),
    ("skin", "choice_disease_first", "A is the weaker option.", "-"),
    ("skin", "choice_disease_first", "Forget A.", "-"),
    ("skin", "choice_disease_first", "I'd avoid option A.", "-"),
    ("skin", "choice_disease_first", "I rule the first one out.", "-"),
    ("skin", "choice_disease_first", "A, unless I'm mistaken.", "+"),
    ("skin", "choice_disease_first", "If you asked me to bet, I'd bet on A.", "+"),
    ("skin", "choice_disease_first", "Benign over malignant.", "-"),
    # Values, and replies in other words.
    ("brain", "disease", "Tumor present: N", "-"),
    ("brain", "disease", "Confidence that a tumor is present: 10 %", "-"),
    ("brain", "disease", "More no than yes.", "-"),
    ("brain", "normal", "Closer to no.", "+"),
    ("skin", "disease_cued", "All three.", "+"),
    ("chest", "disease", "Signs of pneumonia such as consolidation are not evident.", "-"),
    ("chest", "abnormal", "It is hard to find anything abnormal in this film.", "-"),
    ("breast", "abnormal", "I would struggle to find an abnormality.", "-"),
    # What outweighs a part that is normal, and what takes an exception.
    ("chest", "normal", "Cardiomegaly. Lungs clear.", "+"),
    ("chest", "normal", "Lungs clear, heart enlarged.", "+"),
    ("brain", "normal", "The brain is within normal limits except for a bright focus in the pons.", "+"),
    ("breast", "normal", "Mitoses are absent.", "-"),
    ("skin", "normal", "Nothing about this mole bothers me.", "-"),
    ("skin", "normal", "I can't find fault with it.", "-"),
    ("brain", "disease", "A tumor is as likely as an infarct.", "hedged"),
    ("chest", "disease", "Edema or pneumonia.", "hedged"),
    ("chest", "disease", "One might think of pneumonia, but the opacity is the scapula.", "-"),
]


@pytest.mark.parametrize(
    ("task", "wording", "response", "expected"), YES_NO + CHOICE + FAMILIES + VARIANTS + SIDES + OPEN + PLAIN + MENDED
)
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


HOSTILE = [
    *(
        "tumor absent ",
        "not tumor ",
        "cannot really ",
        "A B C ",
        "no , ",
        "<",
        "x\n  ",
        "(",
        "a'b",
        "B",
        "1/2 ",
        "~~",
        "|",
    ),
    *(
        "~~a~~ ",
        "<del>",
        "</think>",
        "50 % tumor, ",
        "no tumor? no. ",
        "if tumor ",
        "tumor would show ",
        "A) tumor ",
        "\u80bf",
    ),
    *(
        "looked for tumor and ",
        "-ve ",
        "wait, ",
        "either tumor or ",
        "melanomaa ",
        "tumor, and tumor, ",
        "but not found ",
    ),
    *(f"{mark} " for mark in sorted(MARKS)),
    *(f"{phrase} " for phrase, _ in SHARED[::1200]),
]


def seconds(text: str) -> float:
    began = time.process_time()
    score("brain", "disease", text)
    score("brain", "choice_disease_first", text)
    return time.process_time() - began


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_only(unit: str) -> None:
    seconds("warm")
    # Without the first word the text is a loop, which is read once; with it, every word is.
    for start in ("", "Findings here "):
        hostile = start + unit * (60_000 // len(unit))
        # Up to 0.5 seconds for a text read twice in full; with the square it took 3 and more.
        assert seconds(hostile) < 3, start


def test_a_loop_takes_less_than_a_millisecond_a_kilobyte() -> None:
    kilobytes = sum(len(unit) * (20_000 // len(unit)) for unit in HOSTILE) / 1000
    # Each is read twice, and a busy machine counts seconds several times over.
    assert sum(seconds(unit * (20_000 // len(unit))) for unit in HOSTILE) < kilobytes / 1000 * 2 * 8


# Units that no loop holds in this order. Without spaces, most of a text is what is read, and nothing is passed over.
SHUFFLED = {
    "cue words": [f"{phrase} " for phrase, _ in SHARED],
    "short cue words": [f"{phrase}. " for phrase, _ in SHARED if len(phrase) < 6],
    "letters": ["A.", "B.", "A?", "B!", "C;", "A,", "B:", "(A)", "a ", "B "],
    "replies": ["no.", "yes.", "no?", "yes,", "No!", "none.", "wait,", "if ", "tumor?"],
    "negations": ["no ", "not ", "nor ", "none, ", "is wrong ", "tumor ", "mass ", "absent ", "without ", "but "],
    "marks": [*MARKS, "-", "=", "a", " "],
    "list items": ["\n- ", "\n1. ", "\na) ", "tumor", "no mass", "normal", "A", "no"],
    "refusals": ["no ", "image ", "not ", "without ", "see ", "any ", "the ", "cannot ", "way ", "diagnosis ", "a "],
    "numbers": ["50 ", "% ", "1/2 ", "0.9 ", "in ", "out of ", "chance ", "tumor ", ", ", ": "],
    "other scripts": list("肿瘤没有无未见异常正常可能是不。，？"),
    "contractions": ["don't ", "it's ", "l'image ", "isn't ", "a'b ", "we've "],
    "a word without end": ["melanomma", "x", "tumour", "e", "é"],
}
# What was read again for every word that came after it.
LOOKED_BACK_ON = [
    "I looked for tumor " + "no " * 20_000,
    "I looked for tumor " + "no x, " * 10_000 + " tumor",
    "Findings: " + "tumor " * 5_000 + "but it has been absent " * 2_500,
    "Here is " + "tumor? " * 4_000 + "no, look at this. " * 2_000,
]
# A millisecond a kilobyte is meant; a busy machine counts many times over, and what grows with the square of a text of
# 50 kB takes a hundred times as long. Each text is read twice.
MOST_SECONDS_A_BYTE = 2e-5 * 2


@pytest.mark.parametrize("kind", SHUFFLED)
@pytest.mark.parametrize("size", [1_000, 50_000])
def test_no_order_of_words_takes_longer(kind: str, size: int) -> None:
    dice = random.Random(0)
    texts = ["".join(dice.choices(SHUFFLED[kind], k=size))[:size] for _ in range(50_000 // size)]
    assert sum(map(seconds, texts)) < MOST_SECONDS_A_BYTE * sum(len(text.encode()) for text in texts)


@pytest.mark.parametrize("text", LOOKED_BACK_ON, ids=range(len(LOOKED_BACK_ON)))
def test_nothing_is_read_again_for_every_word_after_it(text: str) -> None:
    assert seconds(text) < MOST_SECONDS_A_BYTE * len(text)


def test_of_what_no_model_writes_at_a_time_the_beginning_and_the_end_are_read() -> None:
    around = "The vessels run as they do in every other brain that was ever scanned. " * 3
    noise = " ".join(f"Slice number {number} was acquired after the one before it." for number in range(2000))
    assert score("brain", "disease", f"{around} {noise} There is a tumor.").verdict == "positive"
    assert score("brain", "disease", f"There is a tumor. {noise} {around}").verdict == "positive"
    assert score("brain", "disease", f"{around} {noise} There is a tumor. {noise} {around}").label == "off_task"


@pytest.mark.parametrize("dressed", ["There is a tumor. {}", "{} There is a tumor."])
def test_of_fragments_without_end_the_first_and_the_last_are_read(dressed: str) -> None:
    fragments = " ".join(f"{number} mm." for number in range(500))
    assert score("brain", "disease", dressed.format(fragments)).verdict == "positive"
    letters = " ".join(random.Random(0).choices("xyz", k=2_000))
    assert score("brain", "disease", dressed.format(letters)).verdict == "positive"


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


CLAUSES = {
    "There is a brain tumor.": "positive",
    "This is not a tumor": "negative",
    "The scan shows a glioma": "positive",
    "no tumor": "negative",
    "I see no evidence of a mass.": "negative",
    "Most likely a meningioma.": "positive",
    "brain tumor": "positive",
    "A tumor has been ruled out.": "negative",
}


@given(clause=st.sampled_from(sorted(CLAUSES)), bare=st.sampled_from(["", "Yes. ", "No. ", "Yes, ", "A) ", "B) "]))
def test_a_clause_or_an_option_text_changes_with_neither_polarity_nor_order(clause: str, bare: str) -> None:
    wordings = ("choice_disease_first", "choice_none_first") if ")" in bare else ("disease", "normal", "abnormal")
    assert {score("brain", wording, bare + clause).verdict for wording in wordings} == {CLAUSES[clause]}


DISCLAIMERS = [
    " I am not a doctor.",
    " Please consult a radiologist.",
    " This is not medical advice.",
    "\n\n*Disclaimer: As an AI, I cannot replace a professional.*",
    " However, a biopsy is needed to confirm this.",
]
DRESSES = [
    "**{}**",
    "# {}",
    "- {}",
    "> {}",
    "`{}`",
    "1. {}",
    "{}</s>",
    "<bos>{}<eos>",
    "[/INST] {}",
    "{}<|im_end|>",
    "\n\n{}\n",
]
ANSWERED = [case for case in YES_NO + CHOICE if case[3] in ("+", "-") and "\n" not in case[2] and "<" not in case[2]]


@given(
    case=st.sampled_from(ANSWERED),
    after=st.sampled_from(["", *DISCLAIMERS]),
    dress=st.sampled_from(["{}", *DRESSES]),
)
def test_a_disclaimer_markdown_or_template_tokens_change_nothing(
    case: tuple[str, str, str, str], after: str, dress: str
) -> None:
    task, wording, response, expected = case
    end = "" if response.endswith((".", "!", "?")) else "."
    dressed = dress.format(response + end) + after
    assert (score(task, wording, dressed).verdict, "answered") == EXPECTED[expected], dressed


@given(text=TEXTS, wording=st.sampled_from(["abnormal", "normal", "disease", "choice_none_first"]))
def test_any_text_has_a_label_and_a_verdict_only_when_answered(text: str, wording: str) -> None:
    scored = score("brain", wording, text)
    assert scored.label in get_args(Label)
    assert (scored.verdict is None) == (scored.label != "answered")
    assert scored.span is None or scored.span in text
    assert scored.rule.isidentifier()
