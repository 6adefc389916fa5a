-- Words are looked up through their index. Under a policy an index serves only operators that are known to leak
-- nothing, and @@ is not one of them: as the app role every search read every chunk. So the words are part of the
-- policy of a role of its own: it sees the chunks of the transaction's organizations (app.orgs) that have the words
-- asked for (app.words), of them what a search counts and ranks, and no text.
do $$
begin
  if not exists (select from pg_roles where rolname = 'botwright_search') then
    begin
      create role botwright_search nologin nobypassrls;
    exception
      -- Roles belong to the whole server: another database of it may make them at this moment.
      when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'botwright_search', 'member') then
    execute format('grant botwright_search to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise exception 'The database user % may not create roles. Ask an administrator to run once: create role botwright_search nologin; grant botwright_search to %;', current_user, quote_ident(current_user);
end
$$;
grant usage on schema public to botwright_search;

-- The words of this transaction, as a tsquery; none find nothing.
create function app_words() returns tsquery
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.words', true), '')::tsquery $$;

-- The base stands among the words of its chunks: a word that is common in all bases is still found quickly in one.
drop index knowledge_chunks_terms;
create index knowledge_chunks_words on knowledge_chunks
  using gin ((terms || array_to_tsvector(array[base_id])));
create policy search on knowledge_chunks for select to botwright_search using (
  org_id = any ((select app_orgs())::text[])
  and (terms || array_to_tsvector(array[base_id])) @@ (select app_words())
);
grant select (id, org_id, base_id, terms) on knowledge_chunks to botwright_search;

-- A query for words in some bases, as a policy reads it. Ids of bases hold letters, digits and _ only.
create function set_app_words(bases text[], words tsquery) returns void
  language sql
  as $$
    select set_config('app.words',
      coalesce(((select string_agg(quote_literal(base), ' | ')::tsquery from unnest(bases) base) && words)::text, ''), true)
  $$;

-- In how many chunks of the bases each query is found, counted no further than `most`. For botwright_search.
create function knowledge_counts(bases text[], queries text[], most integer) returns setof integer
language plpgsql
set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  query text;
begin
  foreach query in array queries loop
    perform set_app_words(bases, query::tsquery);
    return query select count(*)::int from (select from knowledge_chunks limit most) found;
  end loop;
end $$;

-- The chunks that have most of the words, among those that `choosing` finds: of these no more than `reach` are looked
-- at. Each word is a query of its own with its weight; null where there are fewer. For botwright_search.
create function knowledge_said(
  bases text[], choosing tsquery, reach integer, most integer, weights float8[],
  a tsquery, b tsquery, c tsquery, d tsquery, e tsquery, f tsquery,
  g tsquery, h tsquery, i tsquery, j tsquery, k tsquery, l tsquery
) returns setof text
language plpgsql
set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  -- Read once: taken out of a list for every chunk they cost more than the comparison.
  w1 float8 := weights[1]; w2 float8 := weights[2]; w3 float8 := weights[3]; w4 float8 := weights[4];
  w5 float8 := weights[5]; w6 float8 := weights[6]; w7 float8 := weights[7]; w8 float8 := weights[8];
  w9 float8 := weights[9]; w10 float8 := weights[10]; w11 float8 := weights[11]; w12 float8 := weights[12];
begin
  perform set_app_words(bases, choosing);
  return query
    select found.id from (select chunk.id, chunk.terms from knowledge_chunks chunk limit reach) found
    order by coalesce(w1 * (found.terms @@ a)::int, 0) + coalesce(w2 * (found.terms @@ b)::int, 0)
        + coalesce(w3 * (found.terms @@ c)::int, 0) + coalesce(w4 * (found.terms @@ d)::int, 0)
        + coalesce(w5 * (found.terms @@ e)::int, 0) + coalesce(w6 * (found.terms @@ f)::int, 0)
        + coalesce(w7 * (found.terms @@ g)::int, 0) + coalesce(w8 * (found.terms @@ h)::int, 0)
        + coalesce(w9 * (found.terms @@ i)::int, 0) + coalesce(w10 * (found.terms @@ j)::int, 0)
        + coalesce(w11 * (found.terms @@ k)::int, 0) + coalesce(w12 * (found.terms @@ l)::int, 0) desc, found.id
    limit most;
end $$;
revoke execute on function knowledge_counts, knowledge_said, set_app_words from public;
grant execute on function knowledge_counts, knowledge_said, set_app_words to botwright_search;
