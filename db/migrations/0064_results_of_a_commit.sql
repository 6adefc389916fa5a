-- What turns collected is added up once for all turns of a commit, no longer once for each: it was a sixth of what
-- the database did for a turn that answers a question. A turn whose event was stored before it ran comes alone, as an
-- update, and is added up as before.
drop trigger collect_results on inbound_events;
create trigger collect_results after update of outcome on inbound_events
  for each row when (new.outcome ? 'answers' or new.outcome ? 'left') execute function collect_results();

-- `given` are the rows that a statement stored. As before an answer stays as it was given, and what the program left
-- in its variables at the end fills up the rest; of several turns of one conversation the later answer counts.
create function collect_results_of_all() returns trigger language plpgsql as $$
begin
  if not exists (select from given where conversation_id is not null and (outcome ? 'answers' or outcome ? 'left'))
  then return null; end if;
  with found as materialized (
    select org_id, conversation_id, min(bot_id) as bot_id,
      coalesce(jsonb_object_agg(name, value order by id desc) filter (where place = 'left' and name is not null), '{}') as lefts,
      coalesce(jsonb_object_agg(name, value order by id) filter (where place = 'answers' and name is not null), '{}') as answers
    from (
      select g.org_id, g.conversation_id, g.bot_id, g.id, p.place, v.key as name, v.value
      from given g
      cross join unnest(array['left', 'answers']) as p(place)
      left join lateral jsonb_each(g.outcome->p.place) as v on true
      where g.conversation_id is not null and (g.outcome ? 'answers' or g.outcome ? 'left')
    ) parts
    group by org_id, conversation_id
  ),
  known as (
    update results r set collected = f.lefts || r.collected || f.answers, updated_at = now()
    from found f where r.org_id = f.org_id and r.conversation_id = f.conversation_id
    returning r.conversation_id
  )
  insert into results (org_id, conversation_id, bot_id, collected)
  select f.org_id, f.conversation_id, f.bot_id, f.lefts || f.answers from found f
  where f.conversation_id not in (select conversation_id from known);
  return null;
end $$;
create trigger collect_results_of_all after insert on inbound_events
  referencing new table as given for each statement execute function collect_results_of_all();
