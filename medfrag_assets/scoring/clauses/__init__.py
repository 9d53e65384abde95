"""What a response says about a task's words: each mention asserted, negated, hedged or only asked about."""
