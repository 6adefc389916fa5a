-- Questions with what is expected of a bot's answers, and runs that ask them.
-- The shapes are db/schema/evaluations.ts.
create table evaluation_sets (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  -- Names of knowledge bases; empty for all of the bot.
  bases jsonb not null default '[]',
  -- What is said to the bot before the question.
  before jsonb not null default '[]',
  questions jsonb not null default '[]',
  revision integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint evaluation_sets_pk primary key (org_id, id),
  constraint evaluation_sets_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create unique index evaluation_sets_name on evaluation_sets (org_id, bot_id, lower(name));

-- A run is its own work: its due time is when somebody goes on with it, or when a lease runs out. It holds the
-- questions as they were, so that its results stay true when the set changes.
create table evaluation_runs (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  set_id text collate "C" not null,
  -- Null: the knowledge alone is asked, without the bot.
  version_id text collate "C",
  -- A version of a prompt that is used instead of the live one.
  prompt_id text collate "C",
  prompt_number integer,
  has_judge boolean not null default false,
  bases jsonb not null default '[]',
  before jsonb not null default '[]',
  questions jsonb not null,
  state text not null,
  problem text,
  total integer not null,
  done integer not null default 0,
  attempts integer not null default 0,
  -- Who works on it counts it up: whoever lost the lease writes nothing more.
  epoch integer not null default 0,
  due timestamptz(3),
  created_by text collate "C",
  created_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  constraint evaluation_runs_pk primary key (org_id, id),
  constraint evaluation_runs_state check (state in ('waiting', 'running', 'ready', 'failed', 'stopped')),
  constraint evaluation_runs_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint evaluation_runs_set_id_fk foreign key (org_id, set_id) references evaluation_sets (org_id, id) on delete cascade,
  constraint evaluation_runs_version_id_fk foreign key (org_id, version_id) references versions (org_id, id) on delete cascade,
  constraint evaluation_runs_prompt_id_fk foreign key (org_id, prompt_id) references prompts (org_id, id)
    on delete set null (prompt_id),
  constraint evaluation_runs_created_by_users_id_fk foreign key (created_by) references users (id) on delete set null
);
create index evaluation_runs_set on evaluation_runs (org_id, set_id, created_at);
create index evaluation_runs_due on evaluation_runs (org_id, due, id) where due is not null;

create table evaluation_results (
  org_id text collate "C" not null,
  run_id text collate "C" not null,
  -- Of the question, from 0.
  position integer not null,
  result jsonb not null,
  at timestamptz(3) not null default now(),
  constraint evaluation_results_pk primary key (org_id, run_id, position),
  constraint evaluation_results_run_id_fk foreign key (org_id, run_id) references evaluation_runs (org_id, id) on delete cascade
);

select protect_tenant_table('evaluation_sets');
select protect_tenant_table('evaluation_runs');
select protect_tenant_table('evaluation_results');

create policy dispatcher on evaluation_runs for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on evaluation_runs to botwright_dispatcher;
