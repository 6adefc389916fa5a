-- Waits for events stand in rows of their own, so that an event finds also those under another run, and a
-- waiting conversation may change without a change of any index.
create table awaited_events (
  org_id text collate "C" not null,
  wait_id text collate "C" not null,
  conversation_id text collate "C" not null,
  bot_id text collate "C" not null,
  event text not null,
  constraint awaited_events_pk primary key (org_id, wait_id),
  constraint awaited_events_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade,
  constraint awaited_events_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index awaited_events_event on awaited_events (org_id, bot_id, event);
create index awaited_events_conversation on awaited_events (conversation_id);
select protect_tenant_table('awaited_events');

-- The policies bind the owner too, who reads and writes rows of every organization here.
alter table conversations no force row level security;
alter table awaited_events no force row level security;
insert into awaited_events (org_id, wait_id, conversation_id, bot_id, event)
  select org_id, waiting->>'id', id, bot_id, waiting->>'event' from conversations
  where waiting->>'kind' = 'event' and waiting->>'id' is not null and waiting->>'event' is not null
  on conflict do nothing;
alter table conversations force row level security;
alter table awaited_events force row level security;
drop index conversations_awaited;

-- A run may lie on a run, or be started by one of another conversation: that one may be stored later, or be
-- deleted before, so its id is kept and not a reference.
alter table runs drop constraint runs_parent_run_id_fk;

-- The function that ends turns takes both along. It is taken as it stands by now, so that what earlier
-- migrations made of it stays; one that no longer looks as expected stops the migration.
do $$
declare
  body text := pg_get_functiondef('engine_commit(jsonb)'::regprocedure);
begin
  body := replace(body, 'messages jsonb, drop_timers jsonb,',
    'messages jsonb, drop_timers jsonb, awaits jsonb, drop_awaits jsonb, parent_run_id text,');
  body := replace(body, 'insert into runs (org_id, id, conversation_id, bot_version_id, status, fault, ended_at)',
    'insert into runs (org_id, id, conversation_id, bot_version_id, parent_run_id, status, fault, ended_at)');
  body := replace(body, 'select a.org_id, a.run_id, a.id, a.version_id, a.run_status,',
    'select a.org_id, a.run_id, a.id, a.version_id, a.parent_run_id, a.run_status,');
  body := replace(body, '  set_up as (', '  heard as (
    delete from awaited_events w using (
      select a.org_id, d.id from accepted a cross join lateral jsonb_array_elements_text(a.drop_awaits) as d(id)
      where a.drop_awaits <> ''[]''
    ) d
    where w.org_id = d.org_id and w.wait_id = d.id
  ),
  listening as (
    insert into awaited_events (org_id, wait_id, conversation_id, bot_id, event)
    select a.org_id, w.wait_id, a.id, w.bot_id, w.event
    from accepted a cross join lateral jsonb_to_recordset(a.awaits) as w(wait_id text, bot_id text, event text)
    where a.awaits <> ''[]''
    on conflict do nothing
  ),
  set_up as (');
  if (select count(*) from regexp_matches(body, 'parent_run_id|drop_awaits', 'g')) <> 6 then
    raise exception 'The function engine_commit ends turns in another way than this migration knows.';
  end if;
  execute body;
end $$;
