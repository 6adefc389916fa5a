-- Writes before a turn acts: the first write of a turn claims the conversation, stores the event, the
-- first journal row and what was said so far; later ones check the claim. One conversation a call.
--
-- Answers: ok (epoch, firstSeq) | stale | busy (event, isLapsed) | missing | exists | duplicate | lost.
-- Everything but ok has written nothing.
create function engine_write(input jsonb) returns jsonb
language plpgsql as $$
declare
  g record;
  c conversations%rowtype;
  message_count int := jsonb_array_length(input->'messages');
  lease interval := make_interval(secs => (input->>'lease_ms')::numeric / 1000);
begin
  select * into g from jsonb_to_record(input) as r(
    org_id text, id text, bot_id text, version_id text, is_new boolean, contact_id text, channel text,
    token_hash text, language text, version bigint, epoch int,
    event_id text, source text, key text, body_hash text, kind text, payload jsonb, is_stored boolean,
    messages jsonb, has_outbox boolean, journal jsonb);

  if g.is_new and g.epoch is null then
    insert into conversations (org_id, id, bot_id, bot_version_id, contact_id, channel, token_hash, language)
    values (g.org_id, g.id, g.bot_id, g.version_id, g.contact_id, g.channel, g.token_hash, g.language)
    on conflict do nothing;
    if not found then return '{"answer":"exists"}'; end if;
  end if;

  select * into c from conversations where org_id = g.org_id and id = g.id for update;
  if not found then return '{"answer":"missing"}'; end if;

  if g.epoch is null then
    if c.running is not null then
      return jsonb_build_object('answer', 'busy', 'event', c.running, 'isLapsed', c.claim_until < clock_timestamp());
    end if;
    if c.version <> g.version then return '{"answer":"stale"}'; end if;
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

  if message_count > 0 then
    insert into messages (org_id, id, conversation_id, seq, sender, kind, text, choices, event_id, step_id, at)
    select g.org_id, m.id, g.id, c.next_seq + m.place - 1, m.sender, m.kind, m.text, m.choices,
      g.event_id, m.step_id, m.at
    from rows from (jsonb_to_recordset(g.messages) as (
      id text, sender text, kind text, text text, choices jsonb, step_id text, at timestamptz)
    ) with ordinality as m(id, sender, kind, text, choices, step_id, at, place);
    if g.has_outbox then
      insert into outbox (org_id, id, conversation_id, message_id, seq, channel, payload, state, due)
      select g.org_id, m.id, g.id, m.id, c.next_seq + m.place - 1, g.channel, '{}', 'due', now()
      from rows from (jsonb_to_recordset(g.messages) as (id text, sender text))
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

-- Stores what an effect came to. Answers false when the claim was lost: then nothing was written.
create function engine_result(org text, conversation text, event text, claim_epoch int, effect int, value jsonb)
returns boolean
language plpgsql as $$
begin
  perform 1 from conversations c
  where c.org_id = org and c.id = conversation and c.running = event and c.epoch = claim_epoch
  for no key update;
  if not found then return false; end if;
  update journal j set result = value, state = 'done', epoch = claim_epoch, finished_at = now()
  where j.org_id = org and j.event_id = event and j.effect_number = effect;
  return found;
end $$;

-- Keeps a claim alive, by the clock of the database. Answers false when it was lost.
create function engine_renew(org text, conversation text, event text, claim_epoch int, lease_ms int)
returns boolean
language plpgsql as $$
declare
  until timestamptz := clock_timestamp() + make_interval(secs => lease_ms::numeric / 1000);
begin
  update conversations c set claim_until = until
  where c.org_id = org and c.id = conversation and c.running = event and c.epoch = claim_epoch;
  if not found then return false; end if;
  update inbound_events e set due = until where e.org_id = org and e.id = event;
  return true;
end $$;

-- Gives a claim up: the turn broke off by itself, which counts five attempts, and may be tried again after a rest.
create function engine_abandon(org text, conversation text, event text, claim_epoch int, rest_ms int)
returns boolean
language plpgsql as $$
begin
  if not engine_renew(org, conversation, event, claim_epoch, rest_ms) then return false; end if;
  update inbound_events e set attempts = attempts + 4 where e.org_id = org and e.id = event;
  return true;
end $$;
