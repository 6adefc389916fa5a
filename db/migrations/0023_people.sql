-- Mail, tasks, calendar, and people who answer for a bot. The shapes are db/schema/{mail,tasks,people}.ts.

-- What a bot sent by mail, or means to: a draft, a mail on its way, or one that left.
create table mails (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C",
  state text not null,
  to_address text not null,
  reply_to text,
  subject text not null,
  body text not null,
  attachments jsonb not null default '[]',
  parcels jsonb,
  message_id text,
  error text,
  attempts integer not null default 0,
  due timestamptz(3),
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  constraint mails_pk primary key (org_id, id),
  constraint mails_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint mails_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade
);
create index mails_created on mails (org_id, created_at);
create index mails_to on mails (org_id, bot_id, lower(to_address), created_at);
create index mails_due on mails (org_id, due, id) where due is not null;

create table message_templates (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  channel text not null,
  subject text not null default '',
  body text not null,
  updated_at timestamptz(3) not null default now(),
  constraint message_templates_pk primary key (org_id, bot_id, name),
  constraint message_templates_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);

-- Who may be written to: the newest row of a subject and purpose counts.
create table consents (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  subject text not null,
  purpose text not null,
  is_given boolean not null,
  at timestamptz(3) not null default now(),
  constraint consents_pk primary key (org_id, id),
  constraint consents_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index consents_subject on consents (org_id, lower(subject), purpose, at);

create table projects (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  description text not null default '',
  people jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  constraint projects_pk primary key (org_id, id),
  constraint projects_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);

create table tasks (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C",
  project_id text collate "C",
  title text not null,
  description text not null default '',
  assignee text not null default '',
  priority text not null default 'medium',
  state text not null default 'open',
  due_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  done_at timestamptz(3),
  constraint tasks_pk primary key (org_id, id),
  constraint tasks_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint tasks_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete set null (conversation_id),
  constraint tasks_project_id_fk foreign key (org_id, project_id) references projects (org_id, id) on delete set null (project_id)
);
create index tasks_state on tasks (org_id, state, due_at);

create table task_links (
  org_id text collate "C" not null,
  task_id text collate "C" not null,
  other_task_id text collate "C" not null,
  kind text not null default 'related',
  constraint task_links_pk primary key (org_id, task_id, other_task_id),
  constraint task_links_task_id_fk foreign key (org_id, task_id) references tasks (org_id, id) on delete cascade,
  constraint task_links_other_task_id_fk foreign key (org_id, other_task_id) references tasks (org_id, id) on delete cascade
);

create table calendar_events (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C",
  title text not null,
  description text not null default '',
  place text not null default '',
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  people jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  constraint calendar_events_pk primary key (org_id, id),
  constraint calendar_events_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint calendar_events_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete set null (conversation_id)
);
create index calendar_events_starts on calendar_events (org_id, bot_id, starts_at);

-- A conversation that needs a person, from the wish to its end. At most one is open for a conversation.
create table handoffs (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C" not null,
  state text not null,
  wanted text not null default '',
  context text not null default '',
  priority text not null default 'normal',
  assigned_to text collate "C",
  reason text,
  created_at timestamptz(3) not null default now(),
  taken_at timestamptz(3),
  resolved_at timestamptz(3),
  constraint handoffs_pk primary key (org_id, id),
  constraint handoffs_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint handoffs_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade
);
create unique index handoffs_open on handoffs (org_id, conversation_id) where resolved_at is null;
create index handoffs_queue on handoffs (org_id, created_at) where resolved_at is null;

create table conversation_notes (
  org_id text collate "C" not null,
  id text collate "C" not null,
  conversation_id text collate "C" not null,
  kind text not null,
  author text not null,
  text text not null,
  at timestamptz(3) not null default now(),
  constraint conversation_notes_pk primary key (org_id, id),
  constraint conversation_notes_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade
);
create index conversation_notes_place on conversation_notes (org_id, conversation_id, at);

create table conversation_tags (
  org_id text collate "C" not null,
  conversation_id text collate "C" not null,
  tag text not null,
  constraint conversation_tags_pk primary key (org_id, conversation_id, tag),
  constraint conversation_tags_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade
);

create table attendants (
  org_id text collate "C" not null,
  user_id text collate "C" not null,
  status text not null,
  updated_at timestamptz(3) not null default now(),
  constraint attendants_pk primary key (org_id, user_id),
  constraint attendants_user_id_fk foreign key (org_id, user_id) references members (org_id, user_id) on delete cascade
);

create table leads (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  facts jsonb not null default '{}',
  bonus integer not null default 0,
  history jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint leads_pk primary key (org_id, bot_id, name),
  constraint leads_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);

-- Groups that a bot keeps. They give nobody a right in the dashboard.
create table team_people (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  team text not null,
  email text not null,
  role text not null,
  added_at timestamptz(3) not null default now(),
  constraint team_people_pk primary key (org_id, bot_id, team, email),
  constraint team_people_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);

-- What bots note down: activities, tracked events, lines for auditors. Append-only.
create table activities (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C",
  kind text not null,
  name text not null,
  details jsonb not null default '{}',
  at timestamptz(3) not null default now(),
  constraint activities_pk primary key (org_id, id),
  constraint activities_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint activities_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete set null (conversation_id)
);
create index activities_at on activities (org_id, bot_id, kind, at);

-- What the bot said after a person took over: nobody is shown it as said.
create table suppressed_messages (
  org_id text collate "C" not null,
  id text collate "C" not null,
  conversation_id text collate "C" not null,
  event_id text collate "C" not null,
  text text not null,
  at timestamptz(3) not null default now(),
  constraint suppressed_messages_pk primary key (org_id, id),
  constraint suppressed_messages_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade
);
create index suppressed_messages_turn on suppressed_messages (conversation_id, event_id);

create index conversations_last on conversations (org_id, last_at);

select protect_tenant_table('mails');
select protect_tenant_table('message_templates');
select protect_tenant_table('consents', 'org_id', 'select, insert');
select protect_tenant_table('projects');
select protect_tenant_table('tasks');
select protect_tenant_table('task_links');
select protect_tenant_table('calendar_events');
select protect_tenant_table('handoffs');
select protect_tenant_table('conversation_notes');
select protect_tenant_table('conversation_tags');
select protect_tenant_table('attendants');
select protect_tenant_table('leads');
select protect_tenant_table('team_people');
select protect_tenant_table('activities', 'org_id', 'select, insert');
select protect_tenant_table('suppressed_messages', 'org_id', 'select, insert');

create policy dispatcher on mails for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on mails to botwright_dispatcher;

-- People first. `conversations.taken_over_at` says that the bot is silent: a person is wanted or has the
-- conversation; `taken_over_by` is that person. Turns are told by engine_load (`is_held`); one that has not
-- acted and was told otherwise is stale and looks again. What a turn that has acted says after a person took
-- over is laid aside in suppressed_messages, where a rerun counts it as said.

-- Ends turns: many at once, each row answered by itself. 0011 tells the answers.
create or replace function engine_commit(input jsonb) returns jsonb
language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  answers jsonb;
  orphans text[];
begin
  perform 1 from conversations c
    join jsonb_to_recordset(input) as r(org_id text, id text) on c.org_id = r.org_id and c.id = r.id
    order by c.id for update of c;

  with given as materialized (
    select * from jsonb_to_recordset(input) as r(
      i int, org_id text, id text, bot_id text, version_id text, is_new boolean, contact_id text,
      channel text, token_hash text, language text, version bigint, epoch int,
      event_id text, source text, key text, body_hash text, kind text, payload jsonb,
      event_state text, is_stored boolean, outcome jsonb,
      state text, waiting jsonb, run_id text, run_status text, run_fault jsonb, run_is_new boolean,
      messages jsonb, drop_timers jsonb, timer_id text, timer_kind text, timer_wait_id text,
      timer_due timestamptz, has_outbox boolean, is_held boolean)
  ),
  found as materialized (
    select g.*, c.next_seq, c.version as found_version, c.taken_over_by is not null as is_silenced,
      case
        when g.is_new then 'fits'
        when c.id is null then 'missing'
        when g.epoch is null and c.running is not null then 'busy'
        when g.epoch is not null and (c.running is distinct from g.event_id or c.epoch <> g.epoch) then 'stale'
        when c.version <> g.version then 'stale'
        when g.epoch is null and coalesce(g.is_held, false) <> (c.taken_over_at is not null) then 'stale'
        else 'fits'
      end as fit
    from given g left join conversations c on c.org_id = g.org_id and c.id = g.id
  ),
  made as (
    insert into conversations (org_id, id, bot_id, bot_version_id, contact_id, channel, token_hash,
      language, version, run_id, state, waiting, next_seq)
    select f.org_id, f.id, f.bot_id, f.version_id, f.contact_id, f.channel, f.token_hash,
      f.language, 1, f.run_id, f.state, f.waiting, 1 + jsonb_array_length(f.messages)
    from found f where f.is_new and f.fit = 'fits'
    order by f.bot_id, f.channel, f.contact_id
    on conflict do nothing
    returning id
  ),
  taken as (
    insert into inbound_events (org_id, id, bot_id, conversation_id, source, key, body_hash, kind,
      payload, state, outcome, finished_at)
    select f.org_id, f.event_id, f.bot_id, f.id, f.source, f.key, f.body_hash, f.kind,
      f.payload, f.event_state, f.outcome, now()
    from found f
    where f.fit = 'fits' and not f.is_stored
      and (not f.is_new or f.id in (select made.id from made))
    order by f.org_id, f.source, f.key
    on conflict (org_id, source, key) do nothing
    returning id
  ),
  ended as (
    update inbound_events e
    set state = f.event_state, outcome = f.outcome, payload = f.payload, conversation_id = f.id,
      due = null, finished_at = now()
    from found f
    where f.fit = 'fits' and f.is_stored and (not f.is_new or f.id in (select made.id from made))
      and e.org_id = f.org_id and e.id = f.event_id and e.state in ('pending', 'running')
    returning e.id
  ),
  accepted as materialized (
    select f.*, case when f.is_new then 1 else f.next_seq end as first_seq,
      case when f.is_silenced then (
        select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements(f.messages) m where m->>'sender' <> 'bot'
      ) else f.messages end as kept
    from found f
    -- "is true" keeps it a look into a hash table: as a join it would compare every row with every row.
    where (f.event_id in (select taken.id from taken union all select ended.id from ended)) is true
  ),
  advanced as (
    update conversations c
    set version = c.version + 1, running = null, claim_until = null, state = a.state,
      waiting = a.waiting, run_id = a.run_id, bot_version_id = a.version_id, language = a.language,
      next_seq = c.next_seq + jsonb_array_length(a.kept), last_at = now()
    from accepted a where not a.is_new and c.org_id = a.org_id and c.id = a.id
  ),
  said as (
    insert into messages (org_id, id, conversation_id, seq, sender, kind, text, choices, attachment, event_id, step_id, at)
    select a.org_id, m.id, a.id, a.first_seq + m.place - 1, m.sender, m.kind, m.text, m.choices, m.attachment,
      a.event_id, m.step_id, m.at
    from accepted a cross join lateral rows from (jsonb_to_recordset(a.kept) as (
      id text, sender text, kind text, text text, choices jsonb, attachment jsonb, step_id text, at timestamptz)
    ) with ordinality as m(id, sender, kind, text, choices, attachment, step_id, at, place)
    where a.kept <> '[]'
  ),
  unsaid as (
    insert into suppressed_messages (org_id, id, conversation_id, event_id, text, at)
    select a.org_id, m.id, a.id, a.event_id, m.text, m.at
    from accepted a cross join lateral jsonb_to_recordset(a.messages) as m(
      id text, sender text, text text, at timestamptz)
    where a.is_silenced and m.sender = 'bot'
  ),
  queued as (
    insert into outbox (org_id, id, conversation_id, message_id, seq, channel, payload, state, due)
    select a.org_id, m.id, a.id, m.id, a.first_seq + m.place - 1, a.channel, '{}', 'due', now()
    from accepted a cross join lateral rows from (jsonb_to_recordset(a.kept) as (
      id text, sender text)) with ordinality as m(id, sender, place)
    where a.has_outbox and m.sender = 'bot'
  ),
  begun as (
    insert into runs (org_id, id, conversation_id, bot_version_id, status, fault, ended_at)
    select a.org_id, a.run_id, a.id, a.version_id, a.run_status, nullif(a.run_fault, 'null'),
      case when a.run_status = 'waiting' then null else now() end
    from accepted a where a.run_is_new
  ),
  over as (
    update runs set status = a.run_status, fault = nullif(a.run_fault, 'null'), ended_at = now()
    from accepted a
    where not a.run_is_new and runs.org_id = a.org_id and runs.id = a.run_id
  ),
  dropped as (
    delete from timers t using (
      select a.org_id, d.id from accepted a
      cross join lateral jsonb_array_elements_text(a.drop_timers) as d(id)
    ) d
    where t.org_id = d.org_id and t.id = d.id
  ),
  set_up as (
    insert into timers (org_id, id, bot_id, conversation_id, kind, wait_id, state, due)
    select a.org_id, a.timer_id, a.bot_id, a.id, a.timer_kind, a.timer_wait_id, 'waiting', a.timer_due
    from accepted a where a.timer_id is not null
    on conflict do nothing
  ),
  used as (
    insert into usage_events (org_id, id, bot_id, kind, quantity)
    select a.org_id, min(a.event_id), a.bot_id, 'turn', count(*)
    from accepted a group by a.org_id, a.bot_id
  )
  select
    jsonb_agg(jsonb_build_object(
      'i', f.i,
      'answer', case
        when f.is_stored_now then 'committed'
        when f.fit <> 'fits' then f.fit
        when f.is_new and not f.is_made then 'exists'
        else 'duplicate' end,
      'firstSeq', case when f.is_new then 1 else f.next_seq end,
      'pending', (select jsonb_agg(e.id order by e.id) from inbound_events e
        where f.is_stored_now and e.conversation_id = f.id and e.due is not null
          and e.id <> f.event_id and e.state = 'pending')) order by f.i),
    array_agg(f.id) filter (where f.is_made and not f.is_stored_now)
  into answers, orphans
  from (
    select found.*,
      found.event_id in (select taken.id from taken union all select ended.id from ended) as is_stored_now,
      found.id in (select made.id from made) as is_made
    from found
  ) f;

  -- A new conversation whose event turned out to be known was never needed.
  if orphans is not null then
    delete from conversations c where c.id = any(orphans);
  end if;
  return coalesce(answers, '[]');
end $$;

-- Writes before a turn acts. 0012 tells the answers.
create or replace function engine_write(input jsonb) returns jsonb
language plpgsql as $$
declare
  g record;
  c conversations%rowtype;
  said jsonb := input->'messages';
  message_count int := jsonb_array_length(input->'messages');
  lease interval := make_interval(secs => (input->>'lease_ms')::numeric / 1000);
begin
  select * into g from jsonb_to_record(input) as r(
    org_id text, id text, bot_id text, version_id text, is_new boolean, contact_id text, channel text,
    token_hash text, language text, version bigint, epoch int,
    event_id text, source text, key text, body_hash text, kind text, payload jsonb, is_stored boolean,
    messages jsonb, has_outbox boolean, journal jsonb, is_held boolean);

  if g.is_new and g.epoch is null then
    insert into conversations (org_id, id, bot_id, bot_version_id, contact_id, channel, token_hash, language)
    values (g.org_id, g.id, g.bot_id, g.version_id, g.contact_id, g.channel, g.token_hash, g.language)
    on conflict do nothing;
    if not found then return '{"answer":"exists"}'; end if;
  end if;

  select * into c from conversations where org_id = g.org_id and id = g.id for update;
  if not found then return '{"answer":"missing"}'; end if;

  if c.taken_over_by is not null and message_count > 0 then
    select coalesce(jsonb_agg(m), '[]') into said
    from jsonb_array_elements(said) m where m->>'sender' <> 'bot';
    message_count := jsonb_array_length(said);
  end if;

  if g.epoch is null then
    if c.running is not null then
      return jsonb_build_object('answer', 'busy', 'event', c.running, 'isLapsed', c.claim_until < clock_timestamp());
    end if;
    if c.version <> g.version then return '{"answer":"stale"}'; end if;
    if not g.is_new and coalesce(g.is_held, false) <> (c.taken_over_at is not null) then
      return '{"answer":"stale"}';
    end if;
    if g.is_stored then
      update inbound_events set state = 'running', conversation_id = g.id, due = clock_timestamp() + lease
      where org_id = g.org_id and id = g.event_id and state = 'pending';
    else
      insert into inbound_events (org_id, id, bot_id, conversation_id, source, key, body_hash, kind,
        payload, state, due)
      values (g.org_id, g.event_id, g.bot_id, g.id, g.source, g.key, g.body_hash, g.kind,
        g.payload, 'running', clock_timestamp() + lease)
      on conflict (org_id, source, key) do nothing;
    end if;
    if not found then
      if g.is_new then delete from conversations where org_id = g.org_id and id = g.id; end if;
      return '{"answer":"duplicate"}';
    end if;
    update conversations
    set running = g.event_id, epoch = c.epoch + 1, claim_until = clock_timestamp() + lease,
      next_seq = c.next_seq + message_count
    where org_id = g.org_id and id = g.id;
    c.epoch := c.epoch + 1;
  else
    if c.running is distinct from g.event_id or c.epoch <> g.epoch or c.version <> g.version then
      return '{"answer":"lost"}';
    end if;
    if message_count > 0 then
      update conversations set next_seq = c.next_seq + message_count where org_id = g.org_id and id = g.id;
    end if;
  end if;

  if c.taken_over_by is not null then
    insert into suppressed_messages (org_id, id, conversation_id, event_id, text, at)
    select g.org_id, m.id, g.id, g.event_id, m.text, m.at
    from jsonb_to_recordset(g.messages) as m(id text, sender text, text text, at timestamptz)
    where m.sender = 'bot';
  end if;
  if message_count > 0 then
    insert into messages (org_id, id, conversation_id, seq, sender, kind, text, choices, attachment, event_id, step_id, at)
    select g.org_id, m.id, g.id, c.next_seq + m.place - 1, m.sender, m.kind, m.text, m.choices, m.attachment,
      g.event_id, m.step_id, m.at
    from rows from (jsonb_to_recordset(said) as (
      id text, sender text, kind text, text text, choices jsonb, attachment jsonb, step_id text, at timestamptz)
    ) with ordinality as m(id, sender, kind, text, choices, attachment, step_id, at, place);
    if g.has_outbox then
      insert into outbox (org_id, id, conversation_id, message_id, seq, channel, payload, state, due)
      select g.org_id, m.id, g.id, m.id, c.next_seq + m.place - 1, g.channel, '{}', 'due', now()
      from rows from (jsonb_to_recordset(said) as (id text, sender text))
        with ordinality as m(id, sender, place)
      where m.sender = 'bot';
    end if;
  end if;

  insert into journal (org_id, id, conversation_id, event_id, effect_number, epoch, step_id, name, kind,
    args_hash, recorded, state)
  select g.org_id, j.id, g.id, g.event_id, j.effect_number, c.epoch, j.step_id, j.name, j.kind,
    j.args_hash, j.recorded, 'intent'
  from jsonb_to_record(g.journal) as j(
    id text, effect_number int, step_id text, name text, kind text, args_hash text, recorded jsonb);

  return jsonb_build_object('answer', 'ok', 'epoch', c.epoch, 'firstSeq', c.next_seq);
end $$;

-- Looks at a stored event somebody has to finish. 0013 tells the answers.
create or replace function engine_take_over(org text, event text, lease_ms int) returns jsonb
language plpgsql as $$
declare
  e inbound_events%rowtype;
  c conversations%rowtype;
  lease interval := make_interval(secs => lease_ms::numeric / 1000);
begin
  select * into e from inbound_events where org_id = org and id = event;
  if not found then return '{"answer":"missing"}'; end if;
  if e.conversation_id is not null then
    select * into c from conversations where org_id = org and id = e.conversation_id for update;
  end if;
  -- Read again: it may have ended while the lock was waited for.
  select * into e from inbound_events where org_id = org and id = event for update;
  if e.state not in ('pending', 'running') then return '{"answer":"done"}'; end if;

  if c.running is null or e.conversation_id is null then
    update inbound_events set attempts = attempts + 1, due = clock_timestamp() + lease
    where org_id = org and id = event;
    return jsonb_build_object('answer', 'pending', 'attempts', e.attempts + 1, 'event', to_jsonb(e));
  end if;
  if c.running <> event then
    update inbound_events set due = greatest(c.claim_until, clock_timestamp()) + interval '100 milliseconds'
    where org_id = org and id = event;
    return jsonb_build_object('answer', 'behind', 'event', c.running,
      'isLapsed', c.claim_until < clock_timestamp());
  end if;
  if c.claim_until >= clock_timestamp() then
    update inbound_events set due = c.claim_until where org_id = org and id = event;
    return jsonb_build_object('answer', 'busy',
      'untilMs', ceil(extract(epoch from c.claim_until - clock_timestamp()) * 1000));
  end if;
  update conversations set epoch = c.epoch + 1, claim_until = clock_timestamp() + lease
  where org_id = org and id = c.id;
  update inbound_events set attempts = attempts + 1, due = clock_timestamp() + lease
  where org_id = org and id = event;
  return jsonb_build_object('answer', 'taken', 'attempts', e.attempts + 1, 'event', to_jsonb(e),
    'epoch', c.epoch + 1,
    'said', (select count(*) from messages m where m.org_id = org and m.conversation_id = c.id and m.event_id = event)
      + (select count(*) from suppressed_messages m where m.org_id = org and m.conversation_id = c.id and m.event_id = event),
    'journal', (select coalesce(jsonb_agg(to_jsonb(j) order by j.effect_number), '[]')
      from journal j where j.org_id = org and j.event_id = event));
end $$;

drop function engine_load(text[], text[]);
-- Reads conversations by their keys, many at once.
create function engine_load(org_ids text[], ids text[]) returns table (
  org_id text, id text, bot_id text, bot_version_id text, contact_id text, channel text, language text,
  version bigint, epoch int, running text, state text, waiting jsonb, run_id text, is_held boolean)
language plpgsql stable set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return query
  select c.org_id, c.id, c.bot_id, c.bot_version_id, c.contact_id, c.channel, c.language,
    c.version, c.epoch, c.running, c.state, c.waiting, c.run_id, c.taken_over_at is not null
  from unnest(org_ids, ids) as k(org_id, id) join conversations c on c.org_id = k.org_id and c.id = k.id;
end $$;
