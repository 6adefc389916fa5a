-- The nearest of very many vectors of any model, by the index of that model (see vector-index.ts); without one they
-- are all compared. An index knows one model and one length, so both stand in the text of the query.
create function knowledge_nearest_of(
  org text, bases text[], question halfvec, most integer, searched_model text
) returns table (chunk_id text, likeness float8)
language plpgsql
as $$
declare
  dims integer := vector_dims(question);
begin
  perform set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', '100', true);
  return query execute format(
    'select v.chunk_id, -((v.embedding::halfvec(%1$s)) <#> ($3::halfvec(%1$s)))
     from knowledge_vectors v
     where v.org_id = $1 and v.base_id = any ($2) and v.model = %2$L and vector_dims(v.embedding) = %1$s
     order by (v.embedding::halfvec(%1$s)) <#> ($3::halfvec(%1$s))
     limit $4', dims, searched_model)
  using org, bases, question, most;
end $$;
grant execute on function knowledge_nearest_of to botwright_app;
