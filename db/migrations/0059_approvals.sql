-- A tool that asks first: what a model wants done, kept until a person says yes or no, once. What is done then is a
-- run of the tool, begun by an event of its own.
create table approvals (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C" not null,
  version_id text collate "C" not null,
  tool text not null,
  script text not null,
  entry text,
  inputs jsonb not null default '{}',
  -- The address of the one who may decide; empty for everybody who answers for the bot.
  approver text not null default '',
  -- The language of the conversation, for what is said when the answer is no.
  language text not null default 'en',
  -- waiting, approved or declined.
  state text not null default 'waiting',
  comment text not null default '',
  decided_by text collate "C",
  decided_at timestamptz(3),
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  constraint approvals_pk primary key (org_id, id),
  constraint approvals_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint approvals_conversation_id_fk foreign key (org_id, conversation_id)
    references conversations (org_id, id) on delete cascade,
  constraint approvals_version_id_fk foreign key (org_id, version_id) references versions (org_id, id) on delete cascade,
  constraint approvals_decided_by_users_id_fk foreign key (decided_by) references users (id) on delete set null
);
create index approvals_state on approvals (org_id, state, created_at);
create index approvals_conversation on approvals (org_id, conversation_id);
create index approvals_bot on approvals (org_id, bot_id);
create index approvals_version on approvals (org_id, version_id);

select protect_tenant_table('approvals');
