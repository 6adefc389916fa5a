-- Tests of a bot, written as conversations: files such as "start.test".
create table bot_tests (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  source text not null,
  revision integer not null default 1,
  updated_at timestamptz(3) not null default now(),
  constraint bot_tests_pk primary key (org_id, bot_id, name),
  constraint bot_tests_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select protect_tenant_table('bot_tests');
