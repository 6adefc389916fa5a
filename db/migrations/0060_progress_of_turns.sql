-- How often a turn was tried counts attempts that brought it no further: a process may be killed often, and a turn of
-- many effects is done a few at a time. An attempt that has finished an effect begins the count anew.
create or replace function engine_take_over(org text, event text, lease_ms int) returns jsonb
language plpgsql as $$
declare
  e inbound_events%rowtype;
  c conversations%rowtype;
  lease interval := make_interval(secs => lease_ms::numeric / 1000);
  tried int;
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
  tried := case when exists (
      select from journal j where j.org_id = org and j.event_id = event and j.epoch = c.epoch and j.state = 'done'
    ) then 1 else e.attempts + 1 end;
  update conversations set epoch = c.epoch + 1, claim_until = clock_timestamp() + lease
  where org_id = org and id = c.id;
  update inbound_events set attempts = tried, due = clock_timestamp() + lease
  where org_id = org and id = event;
  return jsonb_build_object('answer', 'taken', 'attempts', tried, 'event', to_jsonb(e),
    'epoch', c.epoch + 1,
    'said', (select count(*) from messages m where m.org_id = org and m.conversation_id = c.id and m.event_id = event)
      + (select count(*) from suppressed_messages m where m.org_id = org and m.conversation_id = c.id and m.event_id = event),
    'journal', (select coalesce(jsonb_agg(to_jsonb(j) order by j.effect_number), '[]')
      from journal j where j.org_id = org and j.event_id = event));
end $$;
