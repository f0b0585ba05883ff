-- AlterTable
ALTER TABLE "cbsa_county" ADD COLUMN     "combined_code" TEXT,
ADD COLUMN     "combined_title" TEXT,
ADD COLUMN     "division_code" TEXT,
ADD COLUMN     "division_title" TEXT;

-- CreateTable
CREATE TABLE "occupation_successor" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "successor_code" TEXT NOT NULL,
    "successor_title" TEXT NOT NULL,

    CONSTRAINT "occupation_successor_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateIndex
CREATE INDEX "occupation_successor_file_id_code_idx" ON "occupation_successor"("file_id", "code");

-- AddForeignKey
ALTER TABLE "occupation_successor" ADD CONSTRAINT "occupation_successor_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
