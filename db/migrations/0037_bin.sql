-- The bin: deleted bots and flows lie in it for thirty days. The shapes are db/schema/bin.ts.

alter table bots add column deleted_at timestamptz(3);

create table bin_entries (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  -- bot or script.
  kind text not null,
  name text not null,
  -- Of a flow: what it was. Of a bot: what was due when it was deleted, to be due again.
  kept json not null,
  deleted_by text collate "C",
  deleted_at timestamptz(3) not null default now(),
  -- When it goes for good.
  due timestamptz(3),
  constraint bin_entries_pk primary key (org_id, id),
  constraint bin_entries_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint bin_entries_deleted_by_users_id_fk foreign key (deleted_by) references users (id) on delete set null,
  constraint bin_entries_kind check (kind in ('bot', 'script'))
);
create unique index bin_entries_bot on bin_entries (org_id, bot_id) where kind = 'bot';
create index bin_entries_due on bin_entries (org_id, due, id) where due is not null;

select protect_tenant_table('bin_entries');
create policy dispatcher on bin_entries for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on bin_entries to botwright_dispatcher;

-- A bot in the bin is not there for anybody, whatever the statement: only who works on the bin says so
-- first, with set_config('app.bin', 'on', true). Every list and every look-up goes through this policy.
create policy out_of_bin on bots as restrictive to botwright_app
  using (deleted_at is null or (select current_setting('app.bin', true)) = 'on')
  with check (true);
