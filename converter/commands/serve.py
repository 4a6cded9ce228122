"""The command ``converter serve``: the site on this computer, so that it can be searched."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.options import PATH

INTERRUPTED = 130


@click.command()
@click.argument("folder", type=PATH, default="output", metavar="[OUT]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes any that is free.",
)
def serve(folder: Path, port: int) -> None:
    """Serve the pages of an edition to the browser of this computer; nobody else can reach them.

    OUT is the folder of an edition, ``output`` unless it is named. Only the search needs this:
    all other pages can be opened as files. Ctrl-C ends it.
    """
    from converter.site.serving import LOOPBACK, serving, site_of

    with serving(site_of(folder), port) as server:
        click.echo(f"http://{LOOPBACK}:{server.server_port}/")
        talk.say(f"serving {folder}; Ctrl-C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            talk.say("ended")
            sys.exit(INTERRUPTED)
