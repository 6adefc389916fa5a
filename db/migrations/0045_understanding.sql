-- What a bot understands. An intent is edited as a whole, so its examples are one list in its row; an entity is
-- one definition. A published version carries both as they were when it was published.
create table intents (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  description text not null default '',
  -- The least confidence at which it counts.
  threshold double precision not null default 0.7,
  is_active boolean not null default true,
  examples text[] not null default '{}',
  revision integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint intents_pk primary key (org_id, id),
  constraint intents_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create unique index intents_name on intents (org_id, bot_id, lower(name));
select protect_tenant_table('intents');

create table entities (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  -- Of what kind it is, with its values or its pattern.
  definition jsonb not null,
  revision integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint entities_pk primary key (org_id, id),
  constraint entities_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create unique index entities_name on entities (org_id, bot_id, lower(name));
select protect_tenant_table('entities');

-- Utterances with the intent they mean, by which a bot's understanding is measured.
create table utterances (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  text text not null,
  -- By its name, so that it outlives the intent; null where none is meant.
  intent text,
  created_at timestamptz(3) not null default now(),
  constraint utterances_pk primary key (org_id, id),
  constraint utterances_text unique (org_id, bot_id, text),
  constraint utterances_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select protect_tenant_table('utterances');

-- Where examples stand, so that a process that starts need not compute them again. Numbers of four bytes each.
create table example_vectors (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  model text not null,
  text_hash text collate "C" not null,
  embedding bytea not null,
  constraint example_vectors_pk primary key (org_id, bot_id, model, text_hash),
  constraint example_vectors_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select protect_tenant_table('example_vectors');

-- What a published version understands: it never changes.
create table version_understanding (
  org_id text collate "C" not null,
  version_id text collate "C" not null,
  bot_id text collate "C" not null,
  definition json not null,
  constraint version_understanding_pk primary key (org_id, version_id),
  constraint version_understanding_version_id_fk foreign key (org_id, version_id) references versions (org_id, id) on delete cascade,
  constraint version_understanding_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select protect_tenant_table('version_understanding');

-- Messages that no intent was sure of. They go with their conversation.
create table misunderstood (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  conversation_id text collate "C" not null,
  text text not null,
  -- The intent that came nearest, and how sure it was.
  guess text,
  confidence double precision not null default 0,
  heard_at timestamptz(3) not null,
  constraint misunderstood_pk primary key (org_id, id),
  constraint misunderstood_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint misunderstood_conversation_id_fk foreign key (org_id, conversation_id) references conversations (org_id, id) on delete cascade
);
create index misunderstood_bot on misunderstood (org_id, bot_id, heard_at);
create index misunderstood_conversation on misunderstood (org_id, conversation_id);
select protect_tenant_table('misunderstood');
