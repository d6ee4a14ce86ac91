#!/bin/bash
# One study as a Slurm array, each task a part of it. Submit it with
#   sbatch --array=1-40 models/ci/parts-slurm.sh
# and, when all tasks are done,
#   npx nines merge parts/part-*.nines --format html -o report.html
# which names the tasks that left no part, if there are any: sbatch --array=7,19 with the same PARTS makes these alone.
#SBATCH --job-name=nines
#SBATCH --cpus-per-task=8
#SBATCH --output=part-%a-%A.log
set -euo pipefail
STUDY=${STUDY:-run models/web-shop.yaml --years 10000000}
PARTS=${PARTS:-40}

mkdir -p parts
npx nines $STUDY --workers "${SLURM_CPUS_PER_TASK:-1}" \
  --part "$SLURM_ARRAY_TASK_ID/$PARTS" -o "parts/part-$SLURM_ARRAY_TASK_ID.nines"
