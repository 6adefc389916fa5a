-- Files of bots. A blob is content that never changes, kept in the store under `<org_id>/<id>`; a file is a
-- path that names one. Copies share a blob. A blob that no file names any more, or that was reserved and
-- never filled, has a due time: then a worker deletes it from the store, and the row after it.

create table blobs (
  org_id text collate "C" not null references organizations (id) on delete cascade,
  id text collate "C" not null,
  size bigint default 0 not null,
  state text not null,
  due timestamptz(3),
  created_at timestamptz(3) default now() not null,
  constraint blobs_pk primary key (org_id, id),
  constraint blobs_state check (state in ('reserved', 'kept', 'dropped', 'deleting'))
);
create index blobs_due on blobs (org_id, due, id) where due is not null;

create table files (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  area text not null,
  owner text collate "C" default '' not null,
  path text collate "C" not null,
  blob_id text collate "C" not null,
  size bigint not null,
  mime_type text not null,
  sha256 text collate "C" not null,
  created_at timestamptz(3) default now() not null,
  modified_at timestamptz(3) default now() not null,
  constraint files_pk primary key (org_id, id),
  constraint files_path unique (org_id, bot_id, area, owner, path),
  constraint files_area check (area in ('bot', 'user', 'conversation')),
  constraint files_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint files_blob_id_fk foreign key (org_id, blob_id) references blobs (org_id, id)
);
create index files_blob on files (org_id, blob_id);

select protect_tenant_table('blobs');
select protect_tenant_table('files');

-- Whose blob is due, for the worker that deletes it.
create policy dispatcher on blobs for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on blobs to botwright_dispatcher;

-- However a file goes (deleted, overwritten, with its bot), the content that nobody names any more becomes
-- due. A day later, so that an address given out a moment ago and a turn that is run again still find it.
create function drop_unused_blob() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.blob_id = new.blob_id then return null; end if;
  update blobs b set state = 'dropped', due = now() + interval '1 day'
  where b.org_id = old.org_id and b.id = old.blob_id and b.state = 'kept'
    and not exists (select from files f where f.org_id = b.org_id and f.blob_id = b.id);
  return null;
end $$;
create trigger files_drop_blob after delete or update of blob_id on files
  for each row execute function drop_unused_blob();

-- A message may carry a file: its name, address, size and type.
alter table messages add column attachment jsonb;

-- The functions that store messages take the new column along. They are changed where they stand, so that
-- this file need not repeat what earlier migrations say of them.
do $$
declare
  changed text;
  place record;
begin
  for place in
    select p.oid, p.proname, pg_get_functiondef(p.oid) as body from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname in ('engine_commit', 'engine_write')
  loop
    changed := replace(place.body, 'kind, text, choices, event_id', 'kind, text, choices, attachment, event_id');
    changed := replace(changed, 'm.kind, m.text, m.choices,', 'm.kind, m.text, m.choices, m.attachment,');
    changed := replace(changed, 'kind text, text text, choices jsonb, step_id', 'kind text, text text, choices jsonb, attachment jsonb, step_id');
    changed := replace(changed, 'kind, text, choices, step_id', 'kind, text, choices, attachment, step_id');
    if changed = place.body then
      raise exception 'The function % stores messages in a way this migration does not know.', place.proname;
    end if;
    execute changed;
  end loop;
end $$;
