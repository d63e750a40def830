#!/bin/sh
# class-archives.sh PROGRAM: lets the packaged program rehearse a few scans and summaries and start its service once, from
# which the JVM makes the archives of loaded classes lib/*.aot. They only make it start faster, so a failure here is said and passed over.
set -eu
program=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
log=$program/../class-archives.log
data=$program/../class-archives-data
rm -rf "$program"/lib/*.aot "$data"
# the service first: its reading processes write reader.aot too, and the scans know better what they load
if COACH_RECORD=$program/lib COACH_PORT=0 COACH_DATA=$data COACH_SAMPLE=true "$program/bin/coach" server "$program/config/coach.yml" >"$log" 2>&1 &&
  COACH_RECORD=$program/lib "$program/bin/coach" scan --batch "$here/rehearsal/batch.jsonl" --with-text >>"$log" 2>&1 &&
  COACH_RECORD=$program/lib "$program/bin/coach" discovery --batch "$here/rehearsal/summaries.jsonl" >>"$log" 2>&1 &&
  [ -r "$program/lib/server.aot" ] && [ -r "$program/lib/coach.aot" ] && [ -r "$program/lib/reader.aot" ] && [ -r "$program/lib/discovery.aot" ]; then
  rm -rf "$data"
  exit 0
fi
rm -rf "$program"/lib/*.aot* "$data"
echo "No archive of loaded classes was made (see $log); the program works without, and starts more slowly." >&2
