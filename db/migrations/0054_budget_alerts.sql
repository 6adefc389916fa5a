-- A budget for models that nears its end, and one that is used up, are told once in each period: the row of what was
-- spent in it remembers that they were.
alter table model_spend
  add column warned_at timestamptz(3),
  add column stopped_at timestamptz(3);

create function note_budget() returns trigger language plpgsql as $$
declare
  budget record;
  level text;
begin
  select b.amount_micros, b.warn_percent into budget from model_budgets b
  where b.org_id = new.org_id and b.scope = new.scope and (b.bot_id is null or b.bot_id = new.subject)
  order by b.bot_id is null limit 1;
  if not found then return new; end if;
  if new.stopped_at is null and new.cost_micros >= budget.amount_micros then
    new.stopped_at := clock_timestamp();
  end if;
  if new.stopped_at is not null and (tg_op = 'INSERT' or old.stopped_at is null) then
    level := 'stop';
    new.warned_at := coalesce(new.warned_at, new.stopped_at);
  elsif new.warned_at is null and new.cost_micros * 100 >= budget.amount_micros * budget.warn_percent then
    level := 'warn';
    new.warned_at := clock_timestamp();
  end if;
  if level is null then return new; end if;
  insert into alerts (org_id, id, bot_id, kind, place, facts, due)
  select new.org_id, 'alt_' || substr(md5(new.scope || new.subject || new.period || level || budget.amount_micros), 1, 26), bots.id, 'budget',
    new.scope || '/' || new.subject || '/' || new.period || '/' || level,
    jsonb_build_object('scope', new.scope, 'level', level, 'amountMicros', budget.amount_micros,
      'spentMicros', new.cost_micros),
    clock_timestamp()
  from bots where bots.org_id = new.org_id and bots.id = coalesce(
    (select b.id from bots b where b.org_id = new.org_id and b.id = new.subject),
    (select u.bot_id from model_usage u where u.org_id = new.org_id order by u.id desc limit 1),
    (select b.id from bots b where b.org_id = new.org_id order by b.id desc limit 1))
  on conflict do nothing;
  return new;
end $$;
create trigger model_spend_budget before insert or update on model_spend for each row
  when (new.scope in ('organization', 'bot'))
  execute function note_budget();
