-- Looks at a stored event somebody has to finish, and takes its claim over when it has lapsed.
--
-- Answers: missing | done | pending (nobody acted for it yet: run it like a new one)
--   | behind (another event of the conversation holds the claim: event, isLapsed)
--   | busy (its owner is alive: untilMs) | taken (epoch, said, journal).
-- pending and taken carry the event; taken also what its turn wrote before.
create function engine_take_over(org text, event text, lease_ms int) returns jsonb
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
    'said', (select count(*) from messages m where m.org_id = org and m.conversation_id = c.id and m.event_id = event),
    'journal', (select coalesce(jsonb_agg(to_jsonb(j) order by j.effect_number), '[]')
      from journal j where j.org_id = org and j.event_id = event));
end $$;

-- Stores an event that cannot be run at once. Answers with the row that holds its key, and whether it is this one.
create function engine_store_event(input jsonb) returns jsonb
language plpgsql as $$
declare
  e inbound_events%rowtype;
  is_new boolean;
begin
  insert into inbound_events (org_id, id, bot_id, conversation_id, source, key, body_hash, kind, payload, state, due)
  select r.org_id, r.id, r.bot_id, r.conversation_id, r.source, r.key, r.body_hash, r.kind, r.payload,
    'pending', clock_timestamp() + make_interval(secs => r.delay_ms::numeric / 1000)
  from jsonb_to_record(input) as r(org_id text, id text, bot_id text, conversation_id text, source text,
    key text, body_hash text, kind text, payload jsonb, delay_ms int)
  on conflict (org_id, source, key) do nothing;
  is_new := found;
  select * into e from inbound_events
  where org_id = input->>'org_id' and source = input->>'source' and key = input->>'key';
  return jsonb_build_object('isNew', is_new, 'event', to_jsonb(e));
end $$;

-- Reads conversations by their keys, many at once.
create function engine_load(org_ids text[], ids text[]) returns table (
  org_id text, id text, bot_id text, bot_version_id text, contact_id text, channel text, language text,
  version bigint, epoch int, running text, state text, waiting jsonb, run_id text)
language plpgsql stable set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return query
  select c.org_id, c.id, c.bot_id, c.bot_version_id, c.contact_id, c.channel, c.language,
    c.version, c.epoch, c.running, c.state, c.waiting, c.run_id
  from unnest(org_ids, ids) as k(org_id, id) join conversations c on c.org_id = k.org_id and c.id = k.id;
end $$;
