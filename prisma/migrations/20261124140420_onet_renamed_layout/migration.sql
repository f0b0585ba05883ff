-- AlterTable
ALTER TABLE "onet_technology" ADD COLUMN     "element_id" TEXT,
ALTER COLUMN "commodity_code" DROP NOT NULL,
ALTER COLUMN "commodity_title" DROP NOT NULL;

ALTER TABLE "onet_technology"
  ADD CONSTRAINT "onet_technology_commodity_or_element" CHECK (num_nonnulls("commodity_code", "element_id") = 1),
  ADD CONSTRAINT "onet_technology_commodity_has_title" CHECK (num_nulls("commodity_code", "commodity_title") <> 1);

-- Since 30.1 work styles are rated by their impact on the work, which may be detrimental.
ALTER TABLE "onet_rating"
  DROP CONSTRAINT "onet_rating_value_not_negative",
  ADD CONSTRAINT "onet_rating_value_not_negative" CHECK ("value_hundredths" >= 0 OR "scale_id" = 'WI');
