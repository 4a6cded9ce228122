"""Learning: the weights of the evidence from lines whose readings are known. Needs numpy, scipy."""
