-- What people are told of: a bell for each member, and what went wrong in a bot until somebody was told.
-- The shapes are db/schema/notifications.ts.

create table notifications (
  org_id text collate "C" not null,
  id text collate "C" not null,
  user_id text collate "C" not null,
  kind text not null,
  -- What the sentence of this kind is filled with.
  facts jsonb not null default '{}',
  -- A path of the dashboard.
  link text not null default '',
  -- The same again before it was read counts here.
  subject text not null default '',
  times integer not null default 1,
  created_at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  constraint notifications_pk primary key (org_id, id),
  constraint notifications_user_id_fk foreign key (org_id, user_id) references members (org_id, user_id) on delete cascade
);
create index notifications_user on notifications (org_id, user_id, created_at);
create unique index notifications_unread on notifications (org_id, user_id, kind, subject) where read_at is null and subject <> '';

-- Something in a bot went wrong: written with what caused it, told soon after, kept for thirty days.
create table alerts (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C",
  version_id text collate "C",
  -- fault, channel or mail.
  kind text not null,
  -- The step of a fault; the channel, or the mail's address.
  place text not null default '',
  facts jsonb not null default '{}',
  due timestamptz(3),
  mailed_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint alerts_pk primary key (org_id, id),
  constraint alerts_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint alerts_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade,
  constraint alerts_version_id_fk foreign key (org_id, version_id) references versions (org_id, id) on delete cascade
);
create index alerts_due on alerts (org_id, due, id) where due is not null;
create index alerts_place on alerts (org_id, bot_id, kind, place, created_at);

select protect_tenant_table('notifications');
select protect_tenant_table('alerts');
create policy dispatcher on alerts for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on alerts to botwright_dispatcher;

-- A run that ends with a fault says so in the same transaction, whoever ended it.
create function note_fault() returns trigger language plpgsql as $$
begin
  insert into alerts (org_id, id, bot_id, conversation_id, version_id, kind, place, facts, due)
  select new.org_id, 'alt_' || substr(new.id, 5), c.bot_id, c.id, c.bot_version_id, 'fault',
    coalesce(new.fault->>'step', ''),
    jsonb_build_object('code', new.fault->>'code', 'message', left(new.fault->>'message', 500), 'line', new.fault->'line'),
    clock_timestamp()
  from conversations c where c.org_id = new.org_id and c.id = new.conversation_id
  on conflict do nothing;
  return null;
end $$;
create trigger runs_fault_begun after insert on runs for each row
  when (new.status = 'faulted') execute function note_fault();
create trigger runs_fault_ended after update on runs for each row
  when (new.status = 'faulted' and old.status <> 'faulted') execute function note_fault();

-- A message a channel refused for good.
create function note_dead_letter() returns trigger language plpgsql as $$
begin
  insert into alerts (org_id, id, bot_id, conversation_id, version_id, kind, place, facts, due)
  select new.org_id, 'alt_' || substr(new.id, 5), c.bot_id, c.id, c.bot_version_id, 'channel',
    split_part(new.channel, ':', 1),
    jsonb_build_object('reason', left(new.last_error, 500), 'step', m.step_id),
    clock_timestamp()
  from conversations c left join messages m on m.org_id = new.org_id and m.id = new.message_id
  where c.org_id = new.org_id and c.id = new.conversation_id
  on conflict do nothing;
  return null;
end $$;
create trigger outbox_dead after update on outbox for each row
  when (new.state = 'dead' and old.state <> 'dead') execute function note_dead_letter();

-- A mail that was given up.
create function note_lost_mail() returns trigger language plpgsql as $$
begin
  insert into alerts (org_id, id, bot_id, conversation_id, version_id, kind, place, facts, due)
  select new.org_id, 'alt_' || substr(new.id, 5), new.bot_id, new.conversation_id, null, 'mail', '',
    jsonb_build_object('reason', left(new.error, 500), 'to', new.to_address),
    clock_timestamp()
  on conflict do nothing;
  return null;
end $$;
create trigger mails_lost after update on mails for each row
  when (new.state = 'failed' and old.state <> 'failed') execute function note_lost_mail();
