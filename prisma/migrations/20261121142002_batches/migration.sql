-- CreateTable
CREATE TABLE "Batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "ownerName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sealedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchFile" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batchId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "bytes" BYTEA,
    "reading" JSONB,
    "error" JSONB,
    "result" JSONB,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "BatchFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Batch_ownerId_createdAt_idx" ON "Batch"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "Batch_finishedAt_createdAt_idx" ON "Batch"("finishedAt", "createdAt");

-- CreateIndex
CREATE INDEX "BatchFile_state_batchId_idx" ON "BatchFile"("state", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "BatchFile_batchId_number_key" ON "BatchFile"("batchId", "number");

-- AddForeignKey
ALTER TABLE "BatchFile" ADD CONSTRAINT "BatchFile_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
