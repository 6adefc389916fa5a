-- What stood in a bot at a moment and is worth coming back to; where its staging stands; how running
-- conversations follow a publication; links that show a draft. The shapes are db/schema/history.ts.

-- A published version with a name, or a state of the draft that somebody kept.
create table snapshots (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  -- Of a published version; its scripts are in `versions` then.
  version_id text collate "C",
  name text not null default '',
  note text not null default '',
  scripts json,
  sources_hash text collate "C",
  -- Kept by the product before something replaced the draft, not by a person's wish.
  is_automatic boolean not null default false,
  created_by text collate "C",
  created_at timestamptz(3) not null default now(),
  constraint snapshots_pk primary key (org_id, id),
  constraint snapshots_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint snapshots_version_id_fk foreign key (org_id, version_id) references versions (org_id, id) on delete cascade,
  constraint snapshots_created_by_users_id_fk foreign key (created_by) references users (id) on delete set null
);
create unique index snapshots_version on snapshots (org_id, version_id) where scripts is null;
create index snapshots_bot on snapshots (org_id, bot_id, created_at);

-- A publication that running conversations follow: those of versions before it, at a question that waits.
create table version_moves (
  org_id text collate "C" not null,
  version_id text collate "C" not null,
  bot_id text collate "C" not null,
  mode text not null,
  -- Old step ids and what they are now; variables likewise. What is not named keeps its name.
  steps jsonb not null default '{}',
  variables jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  constraint version_moves_pk primary key (org_id, version_id),
  constraint version_moves_version_id_fk foreign key (org_id, version_id) references versions (org_id, id) on delete cascade,
  constraint version_moves_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint version_moves_mode check (mode in ('next_hear', 'now'))
);
create index version_moves_bot on version_moves (org_id, bot_id);

-- A link that shows a draft, or one version, to whoever has it. Nothing of it is live.
create table previews (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  -- Null: the draft as it is when somebody looks.
  version_id text collate "C",
  snapshot_id text collate "C",
  token_hash text collate "C" not null,
  token_sealed text not null,
  password_hash text,
  created_by text collate "C",
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  constraint previews_pk primary key (org_id, id),
  constraint previews_token_hash unique (token_hash),
  constraint previews_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint previews_version_id_fk foreign key (org_id, version_id) references versions (org_id, id) on delete cascade,
  constraint previews_snapshot_id_fk foreign key (org_id, snapshot_id) references snapshots (org_id, id) on delete cascade,
  constraint previews_created_by_users_id_fk foreign key (created_by) references users (id) on delete set null
);
create index previews_bot on previews (org_id, bot_id, created_at);

select protect_tenant_table('snapshots');
select protect_tenant_table('version_moves');
select protect_tenant_table('previews');

create policy dispatcher on previews for select to botwright_dispatcher using (true);
grant select (id, org_id, token_hash) on previews to botwright_dispatcher;

-- Staging: a version of its own, under a public name nobody can guess. A new name closes the old one.
alter table bots add column staging_version_id text collate "C", add column staging_slug text collate "C";
alter table bots add constraint bots_staging_version_id_fk foreign key (org_id, staging_version_id) references versions (org_id, id);
alter table bots add constraint bots_staging_slug unique (staging_slug);
grant select (staging_slug) on bots to botwright_dispatcher;
