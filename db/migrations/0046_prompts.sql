-- Prompts of an organization: what its bots tell a model, kept apart from the flows that use it.
-- The shapes are db/schema/prompts.ts.
create table prompts (
  org_id text collate "C" not null,
  id text collate "C" not null,
  name text not null,
  -- The number of the version that answers where a flow names none.
  live_number integer not null default 1,
  -- A result that says a conversation reached its goal, and one that holds a rating; null where nobody said.
  goal text,
  rating text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint prompts_pk primary key (org_id, id),
  constraint prompts_org_id_fk foreign key (org_id) references organizations (id) on delete cascade
);
create unique index prompts_name on prompts (org_id, lower(name));

-- What a prompt said, and who wrote it. A version never changes.
create table prompt_versions (
  org_id text collate "C" not null,
  prompt_id text collate "C" not null,
  number integer not null,
  text text not null,
  variables jsonb not null default '[]',
  note text not null default '',
  author text collate "C",
  created_at timestamptz(3) not null default now(),
  constraint prompt_versions_pk primary key (org_id, prompt_id, number),
  constraint prompt_versions_prompt_id_fk foreign key (org_id, prompt_id) references prompts (org_id, id) on delete cascade,
  constraint prompt_versions_author_users_id_fk foreign key (author) references users (id) on delete set null
);

-- Two versions that answer side by side: each person always meets the same one.
create table prompt_splits (
  org_id text collate "C" not null,
  id text collate "C" not null,
  prompt_id text collate "C" not null,
  number_a integer not null,
  number_b integer not null,
  percent_b integer not null,
  measure text not null,
  began_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  -- The number that went live at the end; null while it runs.
  chosen integer,
  constraint prompt_splits_pk primary key (org_id, id),
  constraint prompt_splits_prompt_id_fk foreign key (org_id, prompt_id) references prompts (org_id, id) on delete cascade,
  constraint prompt_splits_percent check (percent_b between 1 and 99),
  constraint prompt_splits_measure check (measure in ('resolved', 'goal'))
);
create unique index prompt_splits_open on prompt_splits (org_id, prompt_id) where ended_at is null;

-- Where a version was used: one row for each conversation.
create table prompt_uses (
  org_id text collate "C" not null,
  prompt_id text collate "C" not null,
  number integer not null,
  conversation_id text collate "C" not null,
  split_id text collate "C",
  bot_id text collate "C" not null,
  -- The contact, or the conversation of a visitor without one: whom a split gives one version.
  person text collate "C" not null,
  uses integer not null default 1,
  -- How often nobody knew the answer.
  unknown integer not null default 0,
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  constraint prompt_uses_pk primary key (org_id, prompt_id, number, conversation_id),
  constraint prompt_uses_prompt_id_fk foreign key (org_id, prompt_id) references prompts (org_id, id) on delete cascade,
  constraint prompt_uses_conversation_id_fk foreign key (org_id, conversation_id)
    references conversations (org_id, id) on delete cascade,
  constraint prompt_uses_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index prompt_uses_conversation on prompt_uses (org_id, conversation_id);

-- What a question cost is added up by version too.
alter table model_usage add column prompt_id text collate "C", add column prompt_number integer, add column took_ms integer,
  add constraint model_usage_prompt_id_fk foreign key (org_id, prompt_id) references prompts (org_id, id)
    on delete set null (prompt_id);
create index model_usage_prompt on model_usage (org_id, prompt_id, prompt_number) where prompt_id is not null;

select protect_tenant_table('prompts');
select protect_tenant_table('prompt_versions', 'org_id', 'select, insert');
select protect_tenant_table('prompt_splits');
select protect_tenant_table('prompt_uses');
