"""The short reply a response opens or closes with: a yes or no, or the letter of an option."""
