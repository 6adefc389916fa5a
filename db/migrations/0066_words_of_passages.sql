-- What ranking compares of a passage is kept with it, so that a search reads no text but that of the few it shows.
-- Null for what was stored before: it is read from its text, as all were, until its document is read anew.
alter table knowledge_chunks add column words text;

-- As before; each query is put together without a statement of its own, which was a tenth of what counting cost.
create or replace function knowledge_counts(bases text[], queries text[], most integer) returns setof integer
language plpgsql
set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  query text;
  place text := '''' || array_to_string(bases, ''' | ''') || '''';
  words text;
begin
  foreach query in array queries loop
    words := case when query = '' or cardinality(bases) = 0 then '' else '(' || place || ') & (' || query || ')' end;
    words := set_config('app.words', words, true);
    return query select count(*)::int from (select from knowledge_chunks limit most) found;
  end loop;
end $$;
