"""What words do to a clause, whatever the task: the lists that the rules are tuned by, a family a module."""
