-- CreateTable
CREATE TABLE "handbook_profile" (
    "file_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "singular_title" TEXT,
    "occupation_codes" TEXT[],
    "onet_codes" TEXT[],
    "median_annual_usd" INTEGER,
    "employment_persons" INTEGER,
    "percent_change" INTEGER,
    "annual_openings_persons" INTEGER,
    "entry_education" TEXT,
    "document" JSONB NOT NULL,
    "notices" JSONB NOT NULL,

    CONSTRAINT "handbook_profile_pkey" PRIMARY KEY ("file_id","slug")
);

-- AddForeignKey
ALTER TABLE "handbook_profile" ADD CONSTRAINT "handbook_profile_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
