-- O*NET says since 27.1 which technology is in demand in an occupation. Null where an earlier release does not say it.
ALTER TABLE "onet_technology" ALTER COLUMN "in_demand" DROP NOT NULL;
