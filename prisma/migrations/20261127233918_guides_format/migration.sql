-- Guides have a format: a program keeps answering with loaded guides only if it reads their format. The next start stores
-- that of guides which have not changed since.
ALTER TABLE "release" ADD COLUMN "content_format" INTEGER;
