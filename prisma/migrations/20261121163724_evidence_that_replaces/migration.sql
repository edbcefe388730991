-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "replacesId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_replacesId_key" ON "Evidence"("replacesId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
