-- Whom an organization asks for answers, what that may cost, what it did cost, and answers that are kept.
-- The shapes are db/schema/models.ts.

-- A provider with a key. Without bot_id it serves every bot of the organization; tried in order of position.
create table model_accounts (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C",
  position integer not null default 1,
  provider text not null,
  url text not null,
  -- The origin the key was given for: it is sent nowhere else.
  key_origin text,
  key_sealed text,
  models jsonb not null default '{}',
  is_active boolean not null default true,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint model_accounts_pk primary key (org_id, id),
  constraint model_accounts_org_id_fk foreign key (org_id) references organizations (id) on delete cascade,
  constraint model_accounts_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index model_accounts_order on model_accounts (org_id, position, id);

-- What models may cost: for the organization, a bot, or each contact or conversation. Without bot_id it holds for
-- every bot. Units: millionths of a US dollar.
create table model_budgets (
  org_id text collate "C" not null,
  id text collate "C" not null,
  scope text not null,
  bot_id text collate "C",
  amount_micros bigint not null,
  warn_percent integer not null default 80,
  updated_at timestamptz(3) not null default now(),
  constraint model_budgets_pk primary key (org_id, id),
  constraint model_budgets_org_id_fk foreign key (org_id) references organizations (id) on delete cascade,
  constraint model_budgets_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint model_budgets_scope check (scope in ('organization', 'bot', 'contact', 'conversation'))
);
create unique index model_budgets_place on model_budgets (org_id, scope, coalesce(bot_id, ''));

-- Every question a model was asked. Append-only.
create table model_usage (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C",
  step_id text,
  keyword text not null,
  provider text not null,
  model text not null,
  input_tokens integer not null,
  cached_tokens integer not null default 0,
  output_tokens integer not null,
  cost_micros bigint not null,
  at timestamptz(3) not null default now(),
  constraint model_usage_pk primary key (org_id, id),
  constraint model_usage_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint model_usage_conversation_id_fk foreign key (org_id, conversation_id)
    references conversations (org_id, id) on delete set null (conversation_id)
);
create index model_usage_at on model_usage (org_id, bot_id, at);

-- The same, added up for whoever has a budget. `period` is the first day of the month; 1970-01-01 for a
-- conversation, whose budget never begins anew.
create table model_spend (
  org_id text collate "C" not null,
  scope text not null,
  subject text collate "C" not null,
  period date not null,
  tokens bigint not null default 0,
  cost_micros bigint not null default 0,
  constraint model_spend_pk primary key (org_id, scope, subject, period),
  constraint model_spend_org_id_fk foreign key (org_id) references organizations (id) on delete cascade
);

-- Answers that may be given again. `scope_hash` covers model, instructions, version and knowledge; a change of
-- one of them leaves the answers behind, and they are purged.
create table answer_cache (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  scope_hash text collate "C" not null,
  question_hash text collate "C" not null,
  question text not null,
  embedding vector,
  answer text not null,
  sources jsonb not null default '[]',
  hits integer not null default 0,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  constraint answer_cache_pk primary key (org_id, bot_id, scope_hash, question_hash),
  constraint answer_cache_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index answer_cache_expires on answer_cache (org_id, bot_id, expires_at);

-- Services whose operations are tools, described by an OpenAPI document.
create table tool_services (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  url text not null,
  key_origin text,
  key_sealed text,
  key_header text,
  operations jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint tool_services_pk primary key (org_id, id),
  constraint tool_services_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create unique index tool_services_name on tool_services (org_id, bot_id, lower(name));

select protect_tenant_table('model_accounts');
select protect_tenant_table('model_budgets');
select protect_tenant_table('model_usage', 'org_id', 'select, insert');
select protect_tenant_table('model_spend');
select protect_tenant_table('answer_cache');
select protect_tenant_table('tool_services');
