-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('AGENCY', 'PAGE', 'OWN');

-- CreateEnum
CREATE TYPE "ReleaseStatus" AS ENUM ('STAGED', 'ACTIVE', 'SUPERSEDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "AreaKind" AS ENUM ('NATION', 'STATE', 'TERRITORY', 'METRO', 'NONMETRO');

-- CreateEnum
CREATE TYPE "OccupationLevel" AS ENUM ('TOTAL', 'MAJOR', 'MINOR', 'BROAD', 'DETAILED', 'ONET');

-- CreateEnum
CREATE TYPE "FigureMarker" AS ENUM ('TOP_CODED', 'WAGE_NOT_RELEASED', 'EMPLOYMENT_NOT_RELEASED', 'UNDER_HALF_PERCENT', 'NOT_PUBLISHED', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "OccupationRole" AS ENUM ('PRIMARY', 'SECONDARY');

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "homepage" TEXT,
    "licence" TEXT NOT NULL,
    "attribution" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" SERIAL NOT NULL,
    "source_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "status" "ReleaseStatus" NOT NULL,
    "edition" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "url" TEXT,
    "top_code_annual_usd" INTEGER,
    "top_code_hourly_cents" INTEGER,
    "content_sha256" TEXT NOT NULL,
    "audit" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" SERIAL NOT NULL,
    "release_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "code" TEXT NOT NULL,
    "kind" "AreaKind" NOT NULL,
    "name" TEXT NOT NULL,
    "fips" TEXT,
    "parent_code" TEXT,

    CONSTRAINT "area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "occupation" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "level" "OccupationLevel" NOT NULL,

    CONSTRAINT "occupation_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "wage_estimate" (
    "release_id" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER,
    "employment_persons" INTEGER,
    "employment_marker" "FigureMarker",
    "employment_prse_tenths" INTEGER,
    "mean_prse_tenths" INTEGER,
    "jobs_per_1000_thousandths" INTEGER,
    "location_quotient_thousandths" INTEGER,
    "annual_mean_usd" INTEGER,
    "annual_mean_marker" "FigureMarker",
    "annual_p10_usd" INTEGER,
    "annual_p10_marker" "FigureMarker",
    "annual_p25_usd" INTEGER,
    "annual_p25_marker" "FigureMarker",
    "annual_p50_usd" INTEGER,
    "annual_p50_marker" "FigureMarker",
    "annual_p75_usd" INTEGER,
    "annual_p75_marker" "FigureMarker",
    "annual_p90_usd" INTEGER,
    "annual_p90_marker" "FigureMarker",
    "hourly_mean_cents" INTEGER,
    "hourly_mean_marker" "FigureMarker",
    "hourly_p10_cents" INTEGER,
    "hourly_p10_marker" "FigureMarker",
    "hourly_p25_cents" INTEGER,
    "hourly_p25_marker" "FigureMarker",
    "hourly_p50_cents" INTEGER,
    "hourly_p50_marker" "FigureMarker",
    "hourly_p75_cents" INTEGER,
    "hourly_p75_marker" "FigureMarker",
    "hourly_p90_cents" INTEGER,
    "hourly_p90_marker" "FigureMarker",
    "annual_only" BOOLEAN NOT NULL DEFAULT false,
    "hourly_only" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "wage_estimate_pkey" PRIMARY KEY ("release_id","occupation_code","area_code")
);

-- CreateTable
CREATE TABLE "projection" (
    "release_id" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "base_year" INTEGER NOT NULL,
    "projected_year" INTEGER NOT NULL,
    "base_employment_persons" INTEGER,
    "base_employment_marker" "FigureMarker",
    "projected_employment_persons" INTEGER,
    "projected_employment_marker" "FigureMarker",
    "change_persons" INTEGER,
    "change_marker" "FigureMarker",
    "percent_tenths" INTEGER,
    "percent_marker" "FigureMarker",
    "annual_openings_persons" INTEGER,
    "annual_openings_marker" "FigureMarker",
    "entry_education" TEXT,
    "work_experience" TEXT,
    "on_the_job_training" TEXT,

    CONSTRAINT "projection_pkey" PRIMARY KEY ("release_id","occupation_code","area_code")
);

-- CreateTable
CREATE TABLE "career" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "also_called" TEXT[],
    "field" TEXT NOT NULL,
    "typical_education" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "release_id" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,

    CONSTRAINT "career_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "career_occupation" (
    "career_slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "occupation_code" TEXT NOT NULL,
    "role" "OccupationRole" NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "career_occupation_pkey" PRIMARY KEY ("career_slug","occupation_code")
);

-- CreateTable
CREATE TABLE "related_career" (
    "from_slug" TEXT NOT NULL,
    "to_slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "related_career_pkey" PRIMARY KEY ("from_slug","to_slug")
);

-- CreateTable
CREATE TABLE "organization" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "also_called" TEXT[],
    "url" TEXT,
    "summary" TEXT NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "career_organization" (
    "career_slug" TEXT NOT NULL,
    "organization_slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "career_organization_pkey" PRIMARY KEY ("career_slug","organization_slug")
);

-- CreateTable
CREATE TABLE "credential" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "also_called" TEXT[],
    "kind" TEXT NOT NULL,
    "issuer_slug" TEXT,
    "document" JSONB NOT NULL,
    "summary" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "career_credential" (
    "career_slug" TEXT NOT NULL,
    "credential_slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "need" TEXT NOT NULL,
    "note" TEXT,
    "claim_ids" TEXT[],

    CONSTRAINT "career_credential_pkey" PRIMARY KEY ("career_slug","credential_slug")
);

-- CreateTable
CREATE TABLE "document" (
    "slug" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "career_slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "sha256" TEXT NOT NULL,
    "published_as" TEXT NOT NULL,
    "absences" JSONB NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" TEXT NOT NULL,
    "document_slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "text" TEXT,
    "statistic" TEXT,
    "population" TEXT,
    "bound" TEXT NOT NULL,
    "rounded_to" DOUBLE PRECISION,
    "subject" TEXT,
    "occupation_code" TEXT,
    "area_code" TEXT,
    "credential_slug" TEXT,
    "period" TEXT,
    "attributed_to" TEXT,
    "note" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "release_source_id_key_edition_key" ON "release"("source_id", "key", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "file_release_id_sha256_key" ON "file"("release_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "area_fips_key" ON "area"("fips");

-- CreateIndex
CREATE INDEX "wage_estimate_occupation_code_area_code_release_id_idx" ON "wage_estimate"("occupation_code", "area_code", "release_id");

-- CreateIndex
CREATE INDEX "projection_occupation_code_area_code_release_id_idx" ON "projection"("occupation_code", "area_code", "release_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_document_slug_position_key" ON "claim"("document_slug", "position");

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wage_estimate" ADD CONSTRAINT "wage_estimate_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wage_estimate" ADD CONSTRAINT "wage_estimate_occupation_code_fkey" FOREIGN KEY ("occupation_code") REFERENCES "occupation"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wage_estimate" ADD CONSTRAINT "wage_estimate_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wage_estimate" ADD CONSTRAINT "wage_estimate_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projection" ADD CONSTRAINT "projection_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projection" ADD CONSTRAINT "projection_occupation_code_fkey" FOREIGN KEY ("occupation_code") REFERENCES "occupation"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projection" ADD CONSTRAINT "projection_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projection" ADD CONSTRAINT "projection_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career" ADD CONSTRAINT "career_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_occupation" ADD CONSTRAINT "career_occupation_career_slug_fkey" FOREIGN KEY ("career_slug") REFERENCES "career"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_occupation" ADD CONSTRAINT "career_occupation_occupation_code_fkey" FOREIGN KEY ("occupation_code") REFERENCES "occupation"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_career" ADD CONSTRAINT "related_career_from_slug_fkey" FOREIGN KEY ("from_slug") REFERENCES "career"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_career" ADD CONSTRAINT "related_career_to_slug_fkey" FOREIGN KEY ("to_slug") REFERENCES "career"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_organization" ADD CONSTRAINT "career_organization_career_slug_fkey" FOREIGN KEY ("career_slug") REFERENCES "career"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_organization" ADD CONSTRAINT "career_organization_organization_slug_fkey" FOREIGN KEY ("organization_slug") REFERENCES "organization"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_issuer_slug_fkey" FOREIGN KEY ("issuer_slug") REFERENCES "organization"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_credential" ADD CONSTRAINT "career_credential_career_slug_fkey" FOREIGN KEY ("career_slug") REFERENCES "career"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_credential" ADD CONSTRAINT "career_credential_credential_slug_fkey" FOREIGN KEY ("credential_slug") REFERENCES "credential"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_career_slug_fkey" FOREIGN KEY ("career_slug") REFERENCES "career"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_document_slug_fkey" FOREIGN KEY ("document_slug") REFERENCES "document"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_credential_slug_fkey" FOREIGN KEY ("credential_slug") REFERENCES "credential"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must hold whoever writes (Prisma cannot express it).

-- At most one active release a source.
CREATE UNIQUE INDEX "release_one_active" ON "release" ("source_id") WHERE "status" = 'ACTIVE';

ALTER TABLE "wage_estimate"
  ADD CONSTRAINT "wage_annual_mean_value_or_marker" CHECK (num_nonnulls("annual_mean_usd", "annual_mean_marker") = 1),
  ADD CONSTRAINT "wage_annual_mean_positive" CHECK ("annual_mean_usd" > 0),
  ADD CONSTRAINT "wage_annual_p10_value_or_marker" CHECK (num_nonnulls("annual_p10_usd", "annual_p10_marker") = 1),
  ADD CONSTRAINT "wage_annual_p10_positive" CHECK ("annual_p10_usd" > 0),
  ADD CONSTRAINT "wage_annual_p25_value_or_marker" CHECK (num_nonnulls("annual_p25_usd", "annual_p25_marker") = 1),
  ADD CONSTRAINT "wage_annual_p25_positive" CHECK ("annual_p25_usd" > 0),
  ADD CONSTRAINT "wage_annual_p50_value_or_marker" CHECK (num_nonnulls("annual_p50_usd", "annual_p50_marker") = 1),
  ADD CONSTRAINT "wage_annual_p50_positive" CHECK ("annual_p50_usd" > 0),
  ADD CONSTRAINT "wage_annual_p75_value_or_marker" CHECK (num_nonnulls("annual_p75_usd", "annual_p75_marker") = 1),
  ADD CONSTRAINT "wage_annual_p75_positive" CHECK ("annual_p75_usd" > 0),
  ADD CONSTRAINT "wage_annual_p90_value_or_marker" CHECK (num_nonnulls("annual_p90_usd", "annual_p90_marker") = 1),
  ADD CONSTRAINT "wage_annual_p90_positive" CHECK ("annual_p90_usd" > 0),
  ADD CONSTRAINT "wage_hourly_mean_value_or_marker" CHECK (num_nonnulls("hourly_mean_cents", "hourly_mean_marker") = 1),
  ADD CONSTRAINT "wage_hourly_mean_positive" CHECK ("hourly_mean_cents" > 0),
  ADD CONSTRAINT "wage_hourly_p10_value_or_marker" CHECK (num_nonnulls("hourly_p10_cents", "hourly_p10_marker") = 1),
  ADD CONSTRAINT "wage_hourly_p10_positive" CHECK ("hourly_p10_cents" > 0),
  ADD CONSTRAINT "wage_hourly_p25_value_or_marker" CHECK (num_nonnulls("hourly_p25_cents", "hourly_p25_marker") = 1),
  ADD CONSTRAINT "wage_hourly_p25_positive" CHECK ("hourly_p25_cents" > 0),
  ADD CONSTRAINT "wage_hourly_p50_value_or_marker" CHECK (num_nonnulls("hourly_p50_cents", "hourly_p50_marker") = 1),
  ADD CONSTRAINT "wage_hourly_p50_positive" CHECK ("hourly_p50_cents" > 0),
  ADD CONSTRAINT "wage_hourly_p75_value_or_marker" CHECK (num_nonnulls("hourly_p75_cents", "hourly_p75_marker") = 1),
  ADD CONSTRAINT "wage_hourly_p75_positive" CHECK ("hourly_p75_cents" > 0),
  ADD CONSTRAINT "wage_hourly_p90_value_or_marker" CHECK (num_nonnulls("hourly_p90_cents", "hourly_p90_marker") = 1),
  ADD CONSTRAINT "wage_hourly_p90_positive" CHECK ("hourly_p90_cents" > 0),
  ADD CONSTRAINT "wage_employment_value_or_marker" CHECK (num_nonnulls("employment_persons", "employment_marker") = 1),
  ADD CONSTRAINT "wage_employment_not_negative" CHECK ("employment_persons" >= 0),
  ADD CONSTRAINT "wage_annual_percentiles_do_not_decrease" CHECK (
    coalesce("annual_p10_usd" <= "annual_p25_usd", true)
    AND coalesce("annual_p10_usd" <= "annual_p50_usd", true)
    AND coalesce("annual_p10_usd" <= "annual_p75_usd", true)
    AND coalesce("annual_p10_usd" <= "annual_p90_usd", true)
    AND coalesce("annual_p25_usd" <= "annual_p50_usd", true)
    AND coalesce("annual_p25_usd" <= "annual_p75_usd", true)
    AND coalesce("annual_p25_usd" <= "annual_p90_usd", true)
    AND coalesce("annual_p50_usd" <= "annual_p75_usd", true)
    AND coalesce("annual_p50_usd" <= "annual_p90_usd", true)
    AND coalesce("annual_p75_usd" <= "annual_p90_usd", true)),
  ADD CONSTRAINT "wage_annual_nothing_above_a_top_code" CHECK (
    ("annual_p10_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("annual_p25_usd", "annual_p50_usd", "annual_p75_usd", "annual_p90_usd") = 0)
    AND ("annual_p25_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("annual_p50_usd", "annual_p75_usd", "annual_p90_usd") = 0)
    AND ("annual_p50_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("annual_p75_usd", "annual_p90_usd") = 0)
    AND ("annual_p75_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("annual_p90_usd") = 0)),
  ADD CONSTRAINT "wage_hourly_percentiles_do_not_decrease" CHECK (
    coalesce("hourly_p10_cents" <= "hourly_p25_cents", true)
    AND coalesce("hourly_p10_cents" <= "hourly_p50_cents", true)
    AND coalesce("hourly_p10_cents" <= "hourly_p75_cents", true)
    AND coalesce("hourly_p10_cents" <= "hourly_p90_cents", true)
    AND coalesce("hourly_p25_cents" <= "hourly_p50_cents", true)
    AND coalesce("hourly_p25_cents" <= "hourly_p75_cents", true)
    AND coalesce("hourly_p25_cents" <= "hourly_p90_cents", true)
    AND coalesce("hourly_p50_cents" <= "hourly_p75_cents", true)
    AND coalesce("hourly_p50_cents" <= "hourly_p90_cents", true)
    AND coalesce("hourly_p75_cents" <= "hourly_p90_cents", true)),
  ADD CONSTRAINT "wage_hourly_nothing_above_a_top_code" CHECK (
    ("hourly_p10_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("hourly_p25_cents", "hourly_p50_cents", "hourly_p75_cents", "hourly_p90_cents") = 0)
    AND ("hourly_p25_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("hourly_p50_cents", "hourly_p75_cents", "hourly_p90_cents") = 0)
    AND ("hourly_p50_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("hourly_p75_cents", "hourly_p90_cents") = 0)
    AND ("hourly_p75_marker" IS DISTINCT FROM 'TOP_CODED' OR num_nonnulls("hourly_p90_cents") = 0)),
  ADD CONSTRAINT "wage_one_period_only" CHECK (NOT ("annual_only" AND "hourly_only")),
  ADD CONSTRAINT "wage_annual_only_has_no_hourly" CHECK (NOT "annual_only" OR num_nonnulls("hourly_mean_cents", "hourly_p10_cents", "hourly_p25_cents", "hourly_p50_cents", "hourly_p75_cents", "hourly_p90_cents") = 0),
  ADD CONSTRAINT "wage_hourly_only_has_no_annual" CHECK (NOT "hourly_only" OR num_nonnulls("annual_mean_usd", "annual_p10_usd", "annual_p25_usd", "annual_p50_usd", "annual_p75_usd", "annual_p90_usd") = 0),
  ADD CONSTRAINT "wage_standard_errors_not_negative" CHECK ("employment_prse_tenths" >= 0 AND "mean_prse_tenths" >= 0),
  ADD CONSTRAINT "wage_jobs_per_1000_share" CHECK ("jobs_per_1000_thousandths" BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "wage_location_quotient_not_negative" CHECK ("location_quotient_thousandths" >= 0);

ALTER TABLE "projection"
  ADD CONSTRAINT "projection_base_employment_value_or_marker" CHECK (num_nonnulls("base_employment_persons", "base_employment_marker") = 1),
  ADD CONSTRAINT "projection_projected_employment_value_or_marker" CHECK (num_nonnulls("projected_employment_persons", "projected_employment_marker") = 1),
  ADD CONSTRAINT "projection_change_value_or_marker" CHECK (num_nonnulls("change_persons", "change_marker") = 1),
  ADD CONSTRAINT "projection_percent_value_or_marker" CHECK (num_nonnulls("percent_tenths", "percent_marker") = 1),
  ADD CONSTRAINT "projection_annual_openings_value_or_marker" CHECK (num_nonnulls("annual_openings_persons", "annual_openings_marker") = 1),
  ADD CONSTRAINT "projection_counts_not_negative" CHECK ("base_employment_persons" >= 0 AND "projected_employment_persons" >= 0 AND "annual_openings_persons" >= 0),
  ADD CONSTRAINT "projection_percent_at_least_minus_100" CHECK ("percent_tenths" >= -1000),
  ADD CONSTRAINT "projection_years_in_order" CHECK ("base_year" < "projected_year"),
  -- Counts are published to the nearest hundred: the difference may be off by the rounding of three numbers.
  ADD CONSTRAINT "projection_change_is_the_difference" CHECK (abs("projected_employment_persons" - "base_employment_persons" - "change_persons") <= 200);

ALTER TABLE "claim"
  ADD CONSTRAINT "claim_numbers_or_words" CHECK (num_nonnulls("low", "text") >= 1 AND num_nonnulls("low", "high") <> 1),
  ADD CONSTRAINT "claim_range_in_order" CHECK ("low" <= "high"),
  ADD CONSTRAINT "claim_rounding_positive" CHECK ("rounded_to" > 0);

CREATE UNIQUE INDEX "career_one_primary_occupation" ON "career_occupation" ("career_slug") WHERE "role" = 'PRIMARY';

ALTER TABLE "related_career"
  ADD CONSTRAINT "related_career_is_another" CHECK ("from_slug" <> "to_slug");
