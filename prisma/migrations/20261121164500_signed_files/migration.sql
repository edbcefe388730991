-- Which statement names a file of a given hash (lib/store/signatures.ts).
CREATE INDEX "PublicationSignature_files" ON "PublicationSignature" USING gin ((("statement"::jsonb) -> 'files') jsonb_path_ops);
