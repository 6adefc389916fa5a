-- A base may change the model that places its texts: `model` is what is searched, `next_model` what documents are
-- embedded with until all of them are, `dims` how many numbers a vector of the model has.
alter table knowledge_bases
  add column next_model text,
  add column dims integer;
