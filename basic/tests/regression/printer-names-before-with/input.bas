MERGE INTO "people" ON id = (list) WITH id = 0
CREATE TABLE (total(0)), ""
