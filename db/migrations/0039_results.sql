-- What conversations collected: one value under the name of each variable that a question or the program set.
-- A turn hands it over with its outcome; the trigger adds it up, so no function of the engine knows of it, and
-- a turn that collected nothing costs nothing.
create table results (
  org_id text collate "C" not null,
  conversation_id text collate "C" not null,
  bot_id text collate "C" not null,
  -- By name. Null stands for an answer that must not be shown.
  collected jsonb not null default '{}',
  updated_at timestamptz(3) not null default now(),
  constraint results_pk primary key (org_id, conversation_id),
  constraint results_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint results_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade
);
create index results_bot on results (org_id, bot_id, conversation_id);
select protect_tenant_table('results');

-- An answer stays as it was given; what the program left in its variables at the end fills up the rest.
create function collect_results() returns trigger language plpgsql as $$
begin
  if new.conversation_id is null then return null; end if;
  insert into results as r (org_id, conversation_id, bot_id, collected)
  values (new.org_id, new.conversation_id, new.bot_id,
    coalesce(new.outcome->'left', '{}') || coalesce(new.outcome->'answers', '{}'))
  on conflict (org_id, conversation_id) do update
    set collected = coalesce(new.outcome->'left', '{}') || r.collected || coalesce(new.outcome->'answers', '{}'),
      updated_at = now();
  return null;
end $$;
create trigger collect_results after insert or update of outcome on inbound_events
  for each row when (new.outcome ? 'answers' or new.outcome ? 'left') execute function collect_results();
