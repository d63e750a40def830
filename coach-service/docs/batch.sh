#!/bin/sh
# Hands in every file of a folder for a deal and saves the reports: batch.sh DEAL FOLDER REPORTS
# COACH is the service's address, TOKEN an API token. Needs curl.
set -eu
deal=$1 folder=$2 reports=$3
api=$COACH/api/v1
mkdir -p "$reports"

ask() {
  curl --silent --show-error --retry 5 --retry-connrefused -H "Authorization: Bearer $TOKEN" "$@"
}

for file in "$folder"/*; do
  key=$( (printf '%s\n' "${file##*/}" && cat "$file") | cksum | tr ' ' '-')
  # --retry waits as long as Retry-After says when too much is asked for
  answer=$(ask -H "Idempotency-Key: $key" -F "file=@$file" "$api/deals/$deal/proposals")
  review=$(printf %s "$answer" | sed -n 's/.*"id":"\([0-9a-f-]*\)","deal".*/\1/p')
  if [ -z "$review" ]; then
    echo "$file: $answer" >&2
    continue
  fi
  # the events end when every review of the deal has ended
  until ask --no-buffer "$api/deals/$deal/events" | grep -q '^event: end'; do :; done
  state=$(ask -o "$reports/$review.json" -w '%{http_code}' "$api/reviews/$review/report.json")
  if [ "$state" = 200 ]; then
    echo "$file: $reports/$review.json"
  else
    echo "$file: $(ask "$api/reviews/$review")" >&2
    rm -f "$reports/$review.json"
  fi
done
