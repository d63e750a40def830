#!/bin/sh
# Trains the judge of worries of a language: train.sh zh|en FOLDER-OF-BASE-JARS WORK-FOLDER
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
lang=$1
jar=$(ls "$2"/langchain4j-embeddings-bge-small-"$lang"-*.jar | head -n 1)
work=$3
mkdir -p "$work"
# large tensors come and go; handing them back to the system each time costs more than the sums
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=300000000 OMP_WAIT_POLICY=PASSIVE
train() {
  "${PYTHON:-python3}" -B "$here/train.py" --lang "$lang" --jar "$jar" --units "$here/../../../doc-scanner/target" --work "$work" "$@"
}
train --folds
train
"${PYTHON:-python3}" -B "$here/agree.py"
