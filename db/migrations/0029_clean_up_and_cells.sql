-- What is over is deleted after a while: one row an organization says when somebody has to look again.
create table cleanups (
  org_id text collate "C" not null references organizations (id) on delete cascade,
  id text collate "C" not null,
  due timestamptz(3) default now() + interval '1 hour',
  constraint cleanups_pk primary key (org_id, id)
);
create index cleanups_due on cleanups (org_id, due, id) where due is not null;
select protect_tenant_table('cleanups');
create policy dispatcher on cleanups for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on cleanups to botwright_dispatcher;

-- The policies bind the owner too, who reads and writes rows of every organization here.
alter table organizations no force row level security;
alter table cleanups no force row level security;
insert into cleanups (org_id, id) select id, 'cln_' || substr(id, 5) from organizations;
alter table organizations force row level security;
alter table cleanups force row level security;

-- None of these columns ever changes: an index over one that does would cost every turn.
create index conversations_automations on conversations (org_id, created_at)
  where token_hash is null and contact_id is null;
create index outbox_finished on outbox (org_id, finished_at) where finished_at is not null;

-- Cells of the columns that rows are looked for by: an index made of rows, because a condition on jsonb is no
-- key under row-level security, and because tenants declare columns while others write.
create table bot_cells (
  org_id text collate "C" not null,
  table_id text collate "C" not null,
  column_name text collate "C" not null,
  value text collate "C" not null,
  number bigint not null,
  constraint bot_cells_pk primary key (org_id, table_id, column_name, value, number),
  constraint bot_cells_table_id_fk foreign key (org_id, table_id) references bot_tables (org_id, id) on delete cascade
);
select protect_tenant_table('bot_cells');

-- Columns whose cells are all there, those whose cells are being collected, and the last row that was.
alter table bot_tables
  add column indexed text[] default '{}' not null,
  add column building text[] default '{}' not null,
  add column built_to bigint default 0 not null,
  add column due timestamptz(3);
create index bot_tables_due on bot_tables (org_id, due, id) where due is not null;
create policy dispatcher on bot_tables for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on bot_tables to botwright_dispatcher;

-- What a cell is found by: cells that are equal in the language have the same key. Null where nothing finds it.
create function cell_key(cell jsonb) returns text
  language sql immutable parallel safe set extra_float_digits = 1
  as $$
    select case
      when cell_number(cell) is not null then cell_number(cell)::text
      when jsonb_typeof(cell) = 'string' then nullif(left(cell #>> '{}', 200), '')
    end
  $$;

create function add_bot_cells() returns trigger
language plpgsql as $$
begin
  insert into bot_cells (org_id, table_id, column_name, value, number)
  select a.org_id, a.table_id, c.name, cell_key(a.cells -> c.name), a.number
  from (select distinct org_id, table_id from added) n
  join bot_tables t on t.org_id = n.org_id and t.id = n.table_id
  cross join lateral unnest(t.indexed || t.building) as c(name)
  join added a on a.org_id = n.org_id and a.table_id = n.table_id
  where cell_key(a.cells -> c.name) is not null
  on conflict do nothing;
  return null;
end $$;
create function drop_bot_cells() returns trigger
language plpgsql as $$
begin
  delete from bot_cells d using (
    select g.org_id, g.table_id, c.name, cell_key(g.cells -> c.name) as value, g.number
    from (select distinct org_id, table_id from gone) n
    join bot_tables t on t.org_id = n.org_id and t.id = n.table_id
    cross join lateral unnest(t.indexed || t.building) as c(name)
    join gone g on g.org_id = n.org_id and g.table_id = n.table_id
  ) o
  where d.org_id = o.org_id and d.table_id = o.table_id and d.column_name = o.name
    and d.value = o.value and d.number = o.number;
  return null;
end $$;
-- In the order of their names: what was goes before what is comes.
create trigger bot_rows_cells_1 after delete on bot_rows
  referencing old table as gone for each statement execute function drop_bot_cells();
create trigger bot_rows_cells_2 after update on bot_rows
  referencing old table as gone for each statement execute function drop_bot_cells();
create trigger bot_rows_cells_3 after update on bot_rows
  referencing new table as added for each statement execute function add_bot_cells();
create trigger bot_rows_cells_4 after insert on bot_rows
  referencing new table as added for each statement execute function add_bot_cells();
