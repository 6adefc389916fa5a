-- Ends turns: many at once, each row answered by itself, so that one row never fails another.
--
-- The caller has set the organizations of the batch; row-level security holds inside. Rows of one batch
-- belong to different conversations. Locks are taken in one order everywhere (conversations by id, then
-- event keys), so that batches cannot lock each other out.
--
-- Answers, one object a row: i (its place in the batch), answer, firstSeq, pending.
--   committed  the turn is stored; pending lists events of this conversation that wait to be run
--   duplicate  the event's key is known; nothing was stored
--   exists     the contact has an open conversation already; nothing was stored
--   stale      the conversation moved on since it was read; nothing was stored
--   busy       another turn holds the claim; nothing was stored
--   missing    there is no such conversation; nothing was stored
--
-- The planner takes the rows of a batch for a hundred and every key for ten organizations, and would rather
-- read a whole table of some thousand rows; here every row is reached by its key, whatever it thinks.
create function engine_commit(input jsonb) returns jsonb
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
      timer_due timestamptz, has_outbox boolean)
  ),
  found as materialized (
    select g.*, c.next_seq, c.version as found_version,
      case
        when g.is_new then 'fits'
        when c.id is null then 'missing'
        when g.epoch is null and c.running is not null then 'busy'
        when g.epoch is not null and (c.running is distinct from g.event_id or c.epoch <> g.epoch) then 'stale'
        when c.version <> g.version then 'stale'
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
    select f.*, case when f.is_new then 1 else f.next_seq end as first_seq
    from found f
    -- "is true" keeps it a look into a hash table: as a join it would compare every row with every row.
    where (f.event_id in (select taken.id from taken union all select ended.id from ended)) is true
  ),
  advanced as (
    update conversations c
    set version = c.version + 1, running = null, claim_until = null, state = a.state,
      waiting = a.waiting, run_id = a.run_id, bot_version_id = a.version_id, language = a.language,
      next_seq = c.next_seq + jsonb_array_length(a.messages), last_at = now()
    from accepted a where not a.is_new and c.org_id = a.org_id and c.id = a.id
  ),
  said as (
    insert into messages (org_id, id, conversation_id, seq, sender, kind, text, choices, event_id, step_id, at)
    select a.org_id, m.id, a.id, a.first_seq + m.place - 1, m.sender, m.kind, m.text, m.choices,
      a.event_id, m.step_id, m.at
    from accepted a cross join lateral rows from (jsonb_to_recordset(a.messages) as (
      id text, sender text, kind text, text text, choices jsonb, step_id text, at timestamptz)
    ) with ordinality as m(id, sender, kind, text, choices, step_id, at, place)
    where a.messages <> '[]'
  ),
  queued as (
    insert into outbox (org_id, id, conversation_id, message_id, seq, channel, payload, state, due)
    select a.org_id, m.id, a.id, m.id, a.first_seq + m.place - 1, a.channel, '{}', 'due', now()
    from accepted a cross join lateral rows from (jsonb_to_recordset(a.messages) as (
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
