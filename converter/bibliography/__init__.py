"""The bibliography: the citations of all documents gathered into works, papers and serials."""
