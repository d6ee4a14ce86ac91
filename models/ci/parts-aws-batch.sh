#!/bin/bash
# One study as an array job of AWS Batch, each child a part of it: the command of the job definition's container, whose image has Node 20,
# nines, the AWS command line and this file. Submit it with
#   aws batch submit-job --job-name nines --job-queue QUEUE --job-definition nines --array-properties size=40
# A child that Batch starts again (retryStrategy) writes the same part once more. When the job is done:
#   aws s3 sync "$BUCKET/parts" parts && npx nines merge parts/part-*.nines --format html -o report.html
set -euo pipefail
STUDY=${STUDY:-run models/web-shop.yaml --years 10000000}
PARTS=${PARTS:-40}
BUCKET=${BUCKET:?set it to where parts are kept, such as s3://designs/review-7}

# Batch counts from 0.
PART=$((AWS_BATCH_JOB_ARRAY_INDEX + 1))
npx nines $STUDY --part "$PART/$PARTS" -o "part-$PART.nines"
aws s3 cp "part-$PART.nines" "$BUCKET/parts/part-$PART.nines"
