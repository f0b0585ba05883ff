-- Figures belong to files and guides to releases from here on. All that a database holds until now is loaded from files
-- of the repository, and is loaded anew by the next start.
TRUNCATE "source" CASCADE;
TRUNCATE "organization", "credential" CASCADE;

-- CreateEnum
CREATE TYPE "TitleKind" AS ENUM ('DIRECT_MATCH', 'ALTERNATE', 'REPORTED');

-- CreateEnum
CREATE TYPE "ProjectionKind" AS ENUM ('LINE_ITEM', 'SUMMARY');

-- AlterEnum
ALTER TYPE "AreaKind" ADD VALUE 'MICRO';

-- DropForeignKey
ALTER TABLE "file" DROP CONSTRAINT "file_release_id_fkey";

-- DropForeignKey
ALTER TABLE "area" DROP CONSTRAINT "area_parent_code_fkey";

-- DropForeignKey
ALTER TABLE "wage_estimate" DROP CONSTRAINT "wage_estimate_release_id_fkey";

-- DropForeignKey
ALTER TABLE "wage_estimate" DROP CONSTRAINT "wage_estimate_occupation_code_fkey";

-- DropForeignKey
ALTER TABLE "wage_estimate" DROP CONSTRAINT "wage_estimate_area_code_fkey";

-- DropForeignKey
ALTER TABLE "projection" DROP CONSTRAINT "projection_release_id_fkey";

-- DropForeignKey
ALTER TABLE "projection" DROP CONSTRAINT "projection_occupation_code_fkey";

-- DropForeignKey
ALTER TABLE "projection" DROP CONSTRAINT "projection_area_code_fkey";

-- DropForeignKey
ALTER TABLE "career" DROP CONSTRAINT "career_release_id_fkey";

-- DropForeignKey
ALTER TABLE "career_occupation" DROP CONSTRAINT "career_occupation_career_slug_fkey";

-- DropForeignKey
ALTER TABLE "career_occupation" DROP CONSTRAINT "career_occupation_occupation_code_fkey";

-- DropForeignKey
ALTER TABLE "related_career" DROP CONSTRAINT "related_career_from_slug_fkey";

-- DropForeignKey
ALTER TABLE "related_career" DROP CONSTRAINT "related_career_to_slug_fkey";

-- DropForeignKey
ALTER TABLE "career_organization" DROP CONSTRAINT "career_organization_career_slug_fkey";

-- DropForeignKey
ALTER TABLE "career_organization" DROP CONSTRAINT "career_organization_organization_slug_fkey";

-- DropForeignKey
ALTER TABLE "credential" DROP CONSTRAINT "credential_issuer_slug_fkey";

-- DropForeignKey
ALTER TABLE "career_credential" DROP CONSTRAINT "career_credential_career_slug_fkey";

-- DropForeignKey
ALTER TABLE "career_credential" DROP CONSTRAINT "career_credential_credential_slug_fkey";

-- DropForeignKey
ALTER TABLE "document" DROP CONSTRAINT "document_career_slug_fkey";

-- DropForeignKey
ALTER TABLE "claim" DROP CONSTRAINT "claim_document_slug_fkey";

-- DropForeignKey
ALTER TABLE "claim" DROP CONSTRAINT "claim_credential_slug_fkey";

-- DropIndex
DROP INDEX "release_source_id_key_edition_key";

-- DropIndex
DROP INDEX "file_release_id_sha256_key";

-- DropIndex
DROP INDEX "wage_estimate_occupation_code_area_code_release_id_idx";

-- DropIndex
DROP INDEX "projection_occupation_code_area_code_release_id_idx";

-- DropIndex
DROP INDEX "claim_document_slug_position_key";

-- AlterTable
ALTER TABLE "release" DROP COLUMN "edition",
ADD COLUMN     "revision" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "file" DROP COLUMN "release_id",
ADD COLUMN     "archive" TEXT,
ADD COLUMN     "content_sha256" TEXT NOT NULL,
ADD COLUMN     "edition" TEXT NOT NULL,
ADD COLUMN     "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "release_key" TEXT NOT NULL,
ADD COLUMN     "role" TEXT NOT NULL,
ADD COLUMN     "rows" INTEGER NOT NULL,
ADD COLUMN     "source_id" TEXT NOT NULL,
ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "wage_estimate" DROP CONSTRAINT "wage_estimate_pkey",
DROP COLUMN "release_id",
ADD COLUMN     "area_kind" "AreaKind" NOT NULL,
ADD COLUMN     "employment_prse_marker" "FigureMarker",
ADD COLUMN     "jobs_per_1000_marker" "FigureMarker",
ADD COLUMN     "location_quotient_marker" "FigureMarker",
ADD COLUMN     "mean_prse_marker" "FigureMarker",
ADD CONSTRAINT "wage_estimate_pkey" PRIMARY KEY ("file_id", "occupation_code", "area_code");

-- AlterTable
ALTER TABLE "projection" DROP CONSTRAINT "projection_pkey",
DROP COLUMN "release_id",
ADD COLUMN     "kind" "ProjectionKind" NOT NULL,
ADD COLUMN     "median_annual_marker" "FigureMarker",
ADD COLUMN     "median_annual_usd" INTEGER,
ADD COLUMN     "median_year" INTEGER,
ADD COLUMN     "self_employed_marker" "FigureMarker",
ADD COLUMN     "self_employed_tenths" INTEGER,
ADD CONSTRAINT "projection_pkey" PRIMARY KEY ("file_id", "occupation_code", "area_code");

-- AlterTable
ALTER TABLE "career" DROP CONSTRAINT "career_pkey",
ADD CONSTRAINT "career_pkey" PRIMARY KEY ("release_id", "slug");

-- AlterTable
ALTER TABLE "career_occupation" DROP CONSTRAINT "career_occupation_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "career_occupation_pkey" PRIMARY KEY ("release_id", "career_slug", "occupation_code");

-- AlterTable
ALTER TABLE "related_career" DROP CONSTRAINT "related_career_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "related_career_pkey" PRIMARY KEY ("release_id", "from_slug", "to_slug");

-- AlterTable
ALTER TABLE "organization" DROP CONSTRAINT "organization_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "organization_pkey" PRIMARY KEY ("release_id", "slug");

-- AlterTable
ALTER TABLE "career_organization" DROP CONSTRAINT "career_organization_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "career_organization_pkey" PRIMARY KEY ("release_id", "career_slug", "organization_slug");

-- AlterTable
ALTER TABLE "credential" DROP CONSTRAINT "credential_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "credential_pkey" PRIMARY KEY ("release_id", "slug");

-- AlterTable
ALTER TABLE "career_credential" DROP CONSTRAINT "career_credential_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "career_credential_pkey" PRIMARY KEY ("release_id", "career_slug", "credential_slug");

-- AlterTable
ALTER TABLE "document" DROP CONSTRAINT "document_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "document_pkey" PRIMARY KEY ("release_id", "slug");

-- AlterTable
ALTER TABLE "claim" DROP CONSTRAINT "claim_pkey",
ADD COLUMN     "release_id" INTEGER NOT NULL,
ADD CONSTRAINT "claim_pkey" PRIMARY KEY ("release_id", "id");

-- DropTable
DROP TABLE "area";

-- DropTable
DROP TABLE "occupation";

-- CreateTable
CREATE TABLE "release_file" (
    "release_id" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,

    CONSTRAINT "release_file_pkey" PRIMARY KEY ("release_id","file_id")
);

-- CreateTable
CREATE TABLE "activation" (
    "id" SERIAL NOT NULL,
    "source_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cause" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "activation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_area" (
    "file_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "AreaKind" NOT NULL,
    "name" TEXT NOT NULL,
    "parent_code" TEXT,

    CONSTRAINT "file_area_pkey" PRIMARY KEY ("file_id","code")
);

-- CreateTable
CREATE TABLE "file_occupation" (
    "file_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "level" "OccupationLevel" NOT NULL,
    "parent_code" TEXT,
    "definition" TEXT,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,

    CONSTRAINT "file_occupation_pkey" PRIMARY KEY ("file_id","code")
);

-- CreateTable
CREATE TABLE "occupation_title" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "kind" "TitleKind" NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT,
    "sources" TEXT[],
    "shown_in_my_next_move" BOOLEAN,

    CONSTRAINT "occupation_title_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "onet_task" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "task_id" INTEGER NOT NULL,
    "task" TEXT NOT NULL,
    "type" TEXT,
    "incumbents_responding" INTEGER,
    "date" TEXT,
    "domain_source" TEXT,

    CONSTRAINT "onet_task_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "onet_rating" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "scale_id" TEXT NOT NULL,
    "category" INTEGER,
    "value_hundredths" INTEGER NOT NULL,
    "sample_size" INTEGER,
    "standard_error_ten_thousandths" INTEGER,
    "lower_ten_thousandths" INTEGER,
    "upper_ten_thousandths" INTEGER,
    "recommend_suppress" BOOLEAN,
    "not_relevant" BOOLEAN,
    "date" TEXT,
    "domain_source" TEXT,

    CONSTRAINT "onet_rating_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "onet_technology" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "example" TEXT NOT NULL,
    "commodity_code" INTEGER NOT NULL,
    "commodity_title" TEXT NOT NULL,
    "hot" BOOLEAN NOT NULL,
    "in_demand" BOOLEAN NOT NULL,

    CONSTRAINT "onet_technology_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "onet_job_zone" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "job_zone" INTEGER NOT NULL,
    "date" TEXT,
    "domain_source" TEXT,

    CONSTRAINT "onet_job_zone_pkey" PRIMARY KEY ("file_id","occupation_code")
);

-- CreateTable
CREATE TABLE "onet_related" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "related_code" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "index" INTEGER NOT NULL,

    CONSTRAINT "onet_related_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "onet_element" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,

    CONSTRAINT "onet_element_pkey" PRIMARY KEY ("file_id","element_id")
);

-- CreateTable
CREATE TABLE "onet_scale" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "scale_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "minimum" INTEGER NOT NULL,
    "maximum" INTEGER NOT NULL,

    CONSTRAINT "onet_scale_pkey" PRIMARY KEY ("file_id","scale_id")
);

-- CreateTable
CREATE TABLE "onet_category" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "scale_id" TEXT NOT NULL,
    "category" INTEGER NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "onet_category_pkey" PRIMARY KEY ("file_id","element_id","scale_id","category")
);

-- CreateTable
CREATE TABLE "onet_job_zone_name" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "job_zone" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "experience" TEXT NOT NULL,
    "education" TEXT NOT NULL,
    "job_training" TEXT NOT NULL,
    "svp_range" TEXT NOT NULL,

    CONSTRAINT "onet_job_zone_name_pkey" PRIMARY KEY ("file_id","job_zone")
);

-- CreateTable
CREATE TABLE "cbsa_county" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "county_fips" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "state_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "central" BOOLEAN NOT NULL,

    CONSTRAINT "cbsa_county_pkey" PRIMARY KEY ("file_id","county_fips")
);

-- CreateTable
CREATE TABLE "zip_share" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "zip" TEXT NOT NULL,
    "area_code" TEXT,
    "city" TEXT NOT NULL,
    "state_code" TEXT NOT NULL,
    "residential_billionths" INTEGER NOT NULL,
    "business_billionths" INTEGER NOT NULL,
    "other_billionths" INTEGER NOT NULL,
    "total_billionths" INTEGER NOT NULL,

    CONSTRAINT "zip_share_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "zip_place" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "zip" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "state_code" TEXT,
    "county" TEXT,
    "county_fips" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "zip_place_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateIndex
CREATE INDEX "release_file_file_id_idx" ON "release_file"("file_id");

-- CreateIndex
CREATE INDEX "activation_source_id_idx" ON "activation"("source_id");

-- CreateIndex
CREATE INDEX "occupation_title_file_id_occupation_code_idx" ON "occupation_title"("file_id", "occupation_code");

-- CreateIndex
CREATE INDEX "onet_task_file_id_occupation_code_idx" ON "onet_task"("file_id", "occupation_code");

-- CreateIndex
CREATE INDEX "onet_rating_file_id_occupation_code_idx" ON "onet_rating"("file_id", "occupation_code");

-- CreateIndex
CREATE INDEX "onet_technology_file_id_occupation_code_idx" ON "onet_technology"("file_id", "occupation_code");

-- CreateIndex
CREATE INDEX "onet_related_file_id_occupation_code_idx" ON "onet_related"("file_id", "occupation_code");

-- CreateIndex
CREATE INDEX "zip_share_file_id_zip_idx" ON "zip_share"("file_id", "zip");

-- CreateIndex
CREATE INDEX "zip_place_file_id_zip_idx" ON "zip_place"("file_id", "zip");

-- CreateIndex
CREATE UNIQUE INDEX "release_source_id_key_revision_key" ON "release"("source_id", "key", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "file_source_id_release_key_role_content_sha256_key" ON "file"("source_id", "release_key", "role", "content_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "claim_release_id_document_slug_position_key" ON "claim"("release_id", "document_slug", "position");

-- AddForeignKey
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activation" ADD CONSTRAINT "activation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_area" ADD CONSTRAINT "file_area_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_occupation" ADD CONSTRAINT "file_occupation_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupation_title" ADD CONSTRAINT "occupation_title_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_task" ADD CONSTRAINT "onet_task_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_rating" ADD CONSTRAINT "onet_rating_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_technology" ADD CONSTRAINT "onet_technology_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_job_zone" ADD CONSTRAINT "onet_job_zone_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_related" ADD CONSTRAINT "onet_related_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_element" ADD CONSTRAINT "onet_element_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_scale" ADD CONSTRAINT "onet_scale_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_category" ADD CONSTRAINT "onet_category_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onet_job_zone_name" ADD CONSTRAINT "onet_job_zone_name_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cbsa_county" ADD CONSTRAINT "cbsa_county_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zip_share" ADD CONSTRAINT "zip_share_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zip_place" ADD CONSTRAINT "zip_place_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career" ADD CONSTRAINT "career_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_occupation" ADD CONSTRAINT "career_occupation_release_id_career_slug_fkey" FOREIGN KEY ("release_id", "career_slug") REFERENCES "career"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_career" ADD CONSTRAINT "related_career_release_id_from_slug_fkey" FOREIGN KEY ("release_id", "from_slug") REFERENCES "career"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_career" ADD CONSTRAINT "related_career_release_id_to_slug_fkey" FOREIGN KEY ("release_id", "to_slug") REFERENCES "career"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_organization" ADD CONSTRAINT "career_organization_release_id_career_slug_fkey" FOREIGN KEY ("release_id", "career_slug") REFERENCES "career"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_organization" ADD CONSTRAINT "career_organization_release_id_organization_slug_fkey" FOREIGN KEY ("release_id", "organization_slug") REFERENCES "organization"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_release_id_issuer_slug_fkey" FOREIGN KEY ("release_id", "issuer_slug") REFERENCES "organization"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_credential" ADD CONSTRAINT "career_credential_release_id_career_slug_fkey" FOREIGN KEY ("release_id", "career_slug") REFERENCES "career"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_credential" ADD CONSTRAINT "career_credential_release_id_credential_slug_fkey" FOREIGN KEY ("release_id", "credential_slug") REFERENCES "credential"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_release_id_career_slug_fkey" FOREIGN KEY ("release_id", "career_slug") REFERENCES "career"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_release_id_document_slug_fkey" FOREIGN KEY ("release_id", "document_slug") REFERENCES "document"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_release_id_credential_slug_fkey" FOREIGN KEY ("release_id", "credential_slug") REFERENCES "credential"("release_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- One revision of a release answers.
CREATE UNIQUE INDEX "release_one_answering_revision" ON "release" ("source_id", "key") WHERE "status" IN ('ACTIVE', 'SUPERSEDED');
ALTER TABLE "release" ADD CONSTRAINT "release_revision_positive" CHECK ("revision" > 0);
ALTER TABLE "file" ADD CONSTRAINT "file_rows_not_negative" CHECK ("rows" >= 0);
ALTER TABLE "file" ADD CONSTRAINT "file_edition_known" CHECK ("edition" IN ('starter', 'published'));

DROP INDEX "career_one_primary_occupation";
CREATE UNIQUE INDEX "career_one_primary_occupation" ON "career_occupation" ("release_id", "career_slug") WHERE "role" = 'PRIMARY';

ALTER TABLE "wage_estimate"
  ADD CONSTRAINT "wage_employment_prse_value_or_marker" CHECK (num_nonnulls("employment_prse_tenths", "employment_prse_marker") = 1),
  ADD CONSTRAINT "wage_mean_prse_value_or_marker" CHECK (num_nonnulls("mean_prse_tenths", "mean_prse_marker") = 1),
  ADD CONSTRAINT "wage_jobs_per_1000_value_or_marker" CHECK (num_nonnulls("jobs_per_1000_thousandths", "jobs_per_1000_marker") = 1),
  ADD CONSTRAINT "wage_location_quotient_value_or_marker" CHECK (num_nonnulls("location_quotient_thousandths", "location_quotient_marker") = 1);

ALTER TABLE "projection"
  ADD CONSTRAINT "projection_self_employed_value_or_marker" CHECK (num_nonnulls("self_employed_tenths", "self_employed_marker") = 1),
  ADD CONSTRAINT "projection_self_employed_share" CHECK ("self_employed_tenths" BETWEEN 0 AND 1000),
  ADD CONSTRAINT "projection_median_value_or_marker" CHECK (num_nonnulls("median_annual_usd", "median_annual_marker") = 1),
  ADD CONSTRAINT "projection_median_positive" CHECK ("median_annual_usd" > 0);

ALTER TABLE "onet_rating"
  ADD CONSTRAINT "onet_rating_value_not_negative" CHECK ("value_hundredths" >= 0),
  ADD CONSTRAINT "onet_rating_sample_not_negative" CHECK ("sample_size" >= 0),
  ADD CONSTRAINT "onet_rating_interval_in_order" CHECK ("lower_ten_thousandths" <= "upper_ten_thousandths");
ALTER TABLE "onet_job_zone" ADD CONSTRAINT "onet_job_zone_range" CHECK ("job_zone" BETWEEN 1 AND 5);
ALTER TABLE "zip_share" ADD CONSTRAINT "zip_share_ratios" CHECK (
  "residential_billionths" BETWEEN 0 AND 1000000000 AND "business_billionths" BETWEEN 0 AND 1000000000
  AND "other_billionths" BETWEEN 0 AND 1000000000 AND "total_billionths" BETWEEN 0 AND 1000000000);
ALTER TABLE "zip_place" ADD CONSTRAINT "zip_place_on_earth" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
