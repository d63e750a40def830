#!/bin/sh
# class-archives.sh PROGRAM: lets the packaged program rehearse a few scans and summaries, from which the JVM makes the
# archives of loaded classes lib/coach.aot, lib/reader.aot and lib/discovery.aot. They only make it start faster, so a failure here is said and passed over.
set -eu
program=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
log=$program/../class-archives.log
rm -f "$program"/lib/*.aot
if COACH_RECORD=$program/lib "$program/bin/coach" scan --batch "$here/rehearsal/batch.jsonl" --with-text >"$log" 2>&1 &&
  COACH_RECORD=$program/lib "$program/bin/coach" discovery --batch "$here/rehearsal/summaries.jsonl" >>"$log" 2>&1 &&
  [ -r "$program/lib/coach.aot" ] && [ -r "$program/lib/reader.aot" ] && [ -r "$program/lib/discovery.aot" ]; then
  exit 0
fi
rm -f "$program"/lib/*.aot*
echo "No archive of loaded classes was made (see $log); the program works without, and starts more slowly." >&2
