"""Other people's stylesheets and schemas, run in a process that can reach nothing but its pipes."""
