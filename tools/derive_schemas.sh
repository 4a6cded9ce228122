#!/bin/sh
# Derives schemas/edition.rng and schemas/edition.xsd (with xml.xsd) from schemas/edition.rnc, and
# bibliography.rng, corpus.rng, correspondence.rng and lists.rng from the compact schemas of these names; by trang.
# usage: tools/derive_schemas.sh [FOLDER]     writes into FOLDER instead of schemas/, for the test
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
to=${1:-$here/schemas}
command -v trang >/dev/null || { echo "trang is missing: it is in the Debian package 'trang'" >&2; exit 2; }
trang "$here/schemas/edition.rnc" "$to/edition.rng"
trang "$here/schemas/edition.rnc" "$to/edition.xsd"
trang "$here/schemas/bibliography.rnc" "$to/bibliography.rng"
trang "$here/schemas/lists.rnc" "$to/lists.rng"
trang "$here/schemas/corpus.rnc" "$to/corpus.rng"
trang "$here/schemas/correspondence.rnc" "$to/correspondence.rng"
