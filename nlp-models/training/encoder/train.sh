#!/bin/sh
# Trains the judge of a language: train.sh zh|en FOLDER-OF-BASE-JARS [more arguments of train.py]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
lang=$1
jars=$2
shift 2
# large tensors come and go; handing them back to the system each time costs more than the sums
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=500000000 OMP_WAIT_POLICY=PASSIVE
for jar in "$jars"/langchain4j-embeddings-bge-small-"$lang"-*.jar; do
  "${PYTHON:-python3}" "$here/train.py" --lang "$lang" --jar "$jar" "$@"
  break
done
models="$here/../../src/main/resources/dev/dealcoach/nlp/models"
if [ -e "$models/discovery-zh.onnx" ] && [ -e "$models/discovery-en.onnx" ]; then
  "${PYTHON:-python3}" "$here/agree.py"
fi
