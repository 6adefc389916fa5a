-- A bot is several scripts, each with a revision of its own. What was its draft becomes the script "start".
create table scripts (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  id text collate "C" not null,
  name text not null,
  position integer not null,
  source text not null,
  -- md5 of the source: tells texts apart without reading them; it protects nothing.
  source_hash text collate "C" not null,
  layout json not null,
  revision integer not null default 1,
  updated_at timestamp (3) with time zone not null default now(),
  updated_by text collate "C",
  constraint scripts_pk primary key (org_id, id),
  constraint scripts_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint scripts_updated_by_users_id_fk foreign key (updated_by) references users (id) on delete set null
);
create unique index scripts_name on scripts (org_id, bot_id, lower(name));
select protect_tenant_table('scripts');

alter table bots add column draft_revision integer not null default 1;
alter table versions add column scripts json;
alter table versions add column sources_hash text collate "C";
alter table versions add column declarations jsonb;

-- The policies bind the owner too, who reads and writes rows of every organization here.
alter table bots no force row level security;
alter table drafts no force row level security;
alter table versions no force row level security;
alter table scripts no force row level security;

insert into scripts (org_id, bot_id, id, name, position, source, source_hash, layout, revision, updated_at, updated_by)
  select org_id, bot_id, 'scr_' || substr(bot_id, 5), 'start', 0, source, md5(source), layout, revision, updated_at, updated_by
  from drafts;
update bots set draft_revision = drafts.revision
  from drafts where drafts.org_id = bots.org_id and drafts.bot_id = bots.id;
update versions set
  scripts = json_build_array(json_build_object('name', 'start', 'source', source, 'layout', layout)),
  sources_hash = md5('start:' || md5(source));

alter table bots force row level security;
alter table versions force row level security;
alter table scripts force row level security;

drop table drafts;
alter table versions drop column source;
alter table versions drop column layout;
alter table versions alter column scripts set not null;
alter table versions alter column sources_hash set not null;
