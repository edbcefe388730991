-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "PublicationSignature" (
    "publicationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublicationSignature_pkey" PRIMARY KEY ("publicationId","number")
);

-- CreateTable
CREATE TABLE "PublicationMark" (
    "publicationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "successor" INTEGER,
    "page" BYTEA NOT NULL,
    "pageSha256" TEXT NOT NULL,
    "notice" BYTEA,
    "noticeSha256" TEXT,

    CONSTRAINT "PublicationMark_pkey" PRIMARY KEY ("publicationId","kind")
);

-- CreateTable
CREATE TABLE "Conversion" (
    "publicationId" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "triedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Conversion_pkey" PRIMARY KEY ("publicationId")
);

-- CreateTable
CREATE TABLE "OwnSiteCopy" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "publicationId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "comparison" JSONB,
    "comparedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OwnSiteCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Picture" (
    "reportId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "addedBy" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("reportId","sha256")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reportId" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "signedBy" TEXT NOT NULL,
    "signedOn" TEXT NOT NULL,
    "filedById" UUID NOT NULL,
    "filedBy" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogEntry" (
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "Conversion_doneAt_triedAt_idx" ON "Conversion"("doneAt", "triedAt");

-- CreateIndex
CREATE INDEX "OwnSiteCopy_publicationId_recordedAt_idx" ON "OwnSiteCopy"("publicationId", "recordedAt");

-- CreateIndex
CREATE INDEX "Evidence_reportId_filedAt_idx" ON "Evidence"("reportId", "filedAt");

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_kind_subject_key" ON "LogEntry"("kind", "subject");

-- CreateIndex
CREATE INDEX "PublicationFile_sha256_idx" ON "PublicationFile"("sha256");

-- AddForeignKey
ALTER TABLE "PublicationSignature" ADD CONSTRAINT "PublicationSignature_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationMark" ADD CONSTRAINT "PublicationMark_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversion" ADD CONSTRAINT "Conversion_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnSiteCopy" ADD CONSTRAINT "OwnSiteCopy_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was signed, marked, filed and logged stands for ever.
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "PublicationSignature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "PublicationMark" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "LogEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
