-- CreateEnum
CREATE TYPE "InstitutionControl" AS ENUM ('PUBLIC', 'PRIVATE_NONPROFIT', 'PRIVATE_FOR_PROFIT');

-- CreateEnum
CREATE TYPE "InstitutionLevel" AS ENUM ('FOUR_YEAR', 'TWO_YEAR', 'LESS_THAN_TWO_YEAR');

-- CreateEnum
CREATE TYPE "IpedsFlag" AS ENUM ('REPORTED', 'IMPLIED_ZERO', 'CORRECTED', 'DERIVED', 'IMPUTED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "FigureMarker" ADD VALUE 'PRIVACY_SUPPRESSED';
ALTER TYPE "FigureMarker" ADD VALUE 'NOT_AVAILABLE';
ALTER TYPE "FigureMarker" ADD VALUE 'NOT_IN_FILE';

-- CreateTable
CREATE TABLE "institution" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "state_code" TEXT NOT NULL,
    "zip" TEXT NOT NULL,
    "county_fips" TEXT,
    "area_code" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "control" "InstitutionControl",
    "level" "InstitutionLevel",
    "active" BOOLEAN NOT NULL,
    "website_url" TEXT,
    "admissions_url" TEXT,
    "application_url" TEXT,
    "financial_aid_url" TEXT,
    "net_price_calculator_url" TEXT,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("file_id","unit_id")
);

-- CreateTable
CREATE TABLE "program" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "cip_code" TEXT NOT NULL,
    "award_level" INTEGER NOT NULL,
    "major_number" INTEGER NOT NULL,
    "completions" INTEGER,
    "completions_marker" "FigureMarker",
    "completions_flag" "IpedsFlag",

    CONSTRAINT "program_pkey" PRIMARY KEY ("file_id","unit_id","cip_code","award_level","major_number")
);

-- CreateTable
CREATE TABLE "cip_title" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "cip_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "cip_title_pkey" PRIMARY KEY ("file_id","cip_code")
);

-- CreateTable
CREATE TABLE "cip_occupation" (
    "file_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "cip_code" TEXT,
    "occupation_code" TEXT,

    CONSTRAINT "cip_occupation_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "field_outcome" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "unit_id" INTEGER,
    "ope_id" TEXT NOT NULL,
    "cip_code" TEXT NOT NULL,
    "credential_level" INTEGER NOT NULL,
    "awards" INTEGER,
    "awards_marker" "FigureMarker",
    "earnings_1_year_usd" INTEGER,
    "earnings_1_year_marker" "FigureMarker",
    "earnings_4_years_usd" INTEGER,
    "earnings_4_years_marker" "FigureMarker",
    "median_debt_usd" INTEGER,
    "median_debt_marker" "FigureMarker",

    CONSTRAINT "field_outcome_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE TABLE "institution_outcome" (
    "file_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "net_price_usd" INTEGER,
    "net_price_marker" "FigureMarker",
    "completion_ten_thousandths" INTEGER,
    "completion_marker" "FigureMarker",

    CONSTRAINT "institution_outcome_pkey" PRIMARY KEY ("file_id","unit_id")
);

-- CreateIndex
CREATE INDEX "institution_file_id_latitude_longitude_idx" ON "institution"("file_id", "latitude", "longitude");

-- CreateIndex
CREATE INDEX "program_file_id_cip_code_unit_id_idx" ON "program"("file_id", "cip_code", "unit_id");

-- CreateIndex
CREATE INDEX "cip_occupation_file_id_cip_code_idx" ON "cip_occupation"("file_id", "cip_code");

-- CreateIndex
CREATE INDEX "cip_occupation_file_id_occupation_code_idx" ON "cip_occupation"("file_id", "occupation_code");

-- CreateIndex
CREATE INDEX "field_outcome_file_id_unit_id_cip_code_credential_level_idx" ON "field_outcome"("file_id", "unit_id", "cip_code", "credential_level");

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cip_title" ADD CONSTRAINT "cip_title_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cip_occupation" ADD CONSTRAINT "cip_occupation_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_outcome" ADD CONSTRAINT "field_outcome_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_outcome" ADD CONSTRAINT "institution_outcome_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A figure has a number or the reason why it has none, never both.
ALTER TABLE "institution"
  ADD CONSTRAINT "institution_unit_id_digits" CHECK ("unit_id" BETWEEN 100000 AND 999999),
  ADD CONSTRAINT "institution_zip_digits" CHECK ("zip" ~ '^\d{5}$'),
  ADD CONSTRAINT "institution_coordinates_together" CHECK (num_nonnulls("latitude", "longitude") IN (0, 2)),
  ADD CONSTRAINT "institution_latitude_in_range" CHECK ("latitude" BETWEEN -90 AND 90),
  ADD CONSTRAINT "institution_longitude_in_range" CHECK ("longitude" BETWEEN -180 AND 180);

ALTER TABLE "program"
  ADD CONSTRAINT "program_unit_id_digits" CHECK ("unit_id" BETWEEN 100000 AND 999999),
  ADD CONSTRAINT "program_cip_code_six_digits" CHECK ("cip_code" ~ '^\d{2}\.\d{4}$'),
  ADD CONSTRAINT "program_major_number_one_or_two" CHECK ("major_number" IN (1, 2)),
  ADD CONSTRAINT "program_completions_value_or_marker" CHECK (num_nonnulls("completions", "completions_marker") = 1),
  ADD CONSTRAINT "program_completions_not_negative" CHECK ("completions" >= 0);

ALTER TABLE "cip_title"
  ADD CONSTRAINT "cip_title_code_digits" CHECK ("cip_code" ~ '^\d{2}\.\d{2}(\d{2})?$');

ALTER TABLE "cip_occupation"
  ADD CONSTRAINT "cip_occupation_names_one" CHECK (num_nonnulls("cip_code", "occupation_code") > 0),
  ADD CONSTRAINT "cip_occupation_cip_code_six_digits" CHECK ("cip_code" ~ '^\d{2}\.\d{4}$');

ALTER TABLE "field_outcome"
  ADD CONSTRAINT "field_outcome_unit_id_digits" CHECK ("unit_id" BETWEEN 100000 AND 999999),
  ADD CONSTRAINT "field_outcome_cip_code_four_digits" CHECK ("cip_code" ~ '^\d{2}\.\d{2}$'),
  ADD CONSTRAINT "field_outcome_awards_value_or_marker" CHECK (num_nonnulls("awards", "awards_marker") = 1),
  ADD CONSTRAINT "field_outcome_awards_not_negative" CHECK ("awards" >= 0),
  ADD CONSTRAINT "field_outcome_earnings_1_year_value_or_marker" CHECK (num_nonnulls("earnings_1_year_usd", "earnings_1_year_marker") = 1),
  ADD CONSTRAINT "field_outcome_earnings_1_year_positive" CHECK ("earnings_1_year_usd" > 0),
  ADD CONSTRAINT "field_outcome_earnings_4_years_value_or_marker" CHECK (num_nonnulls("earnings_4_years_usd", "earnings_4_years_marker") = 1),
  ADD CONSTRAINT "field_outcome_earnings_4_years_positive" CHECK ("earnings_4_years_usd" > 0),
  ADD CONSTRAINT "field_outcome_median_debt_value_or_marker" CHECK (num_nonnulls("median_debt_usd", "median_debt_marker") = 1),
  ADD CONSTRAINT "field_outcome_median_debt_positive" CHECK ("median_debt_usd" > 0);

ALTER TABLE "institution_outcome"
  ADD CONSTRAINT "institution_outcome_unit_id_digits" CHECK ("unit_id" BETWEEN 100000 AND 99999999),
  ADD CONSTRAINT "institution_outcome_net_price_value_or_marker" CHECK (num_nonnulls("net_price_usd", "net_price_marker") = 1),
  ADD CONSTRAINT "institution_outcome_completion_value_or_marker" CHECK (num_nonnulls("completion_ten_thousandths", "completion_marker") = 1),
  ADD CONSTRAINT "institution_outcome_completion_in_range" CHECK ("completion_ten_thousandths" BETWEEN 0 AND 10000);
