"""The commands, one module each: options in, the library called, what happened told."""
