"""Pictures and pages made from finished tables."""
