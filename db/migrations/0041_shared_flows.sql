-- A flow that is edited by several people at once: its Yjs document as a snapshot and a log of updates after it.
-- What is in `scripts` is derived from it, and is what everything else reads.
create table shared_flows (
  org_id text collate "C" not null,
  script_id text collate "C" not null,
  -- Documents of two generations do not merge.
  generation text collate "C" not null,
  -- The last update of the log.
  seq integer not null default 0,
  -- All of the log up to here is in the snapshot.
  snapshot_seq integer not null default 0,
  snapshot bytea not null,
  -- The document up to here said what `scripts` said at this revision.
  derived_seq integer not null default 0,
  derived_revision integer not null,
  constraint shared_flows_pk primary key (org_id, script_id),
  constraint shared_flows_script_id_fk foreign key (org_id, script_id) references scripts (org_id, id) on delete cascade
);
select protect_tenant_table('shared_flows');

create table shared_flow_updates (
  org_id text collate "C" not null,
  script_id text collate "C" not null,
  seq integer not null,
  content bytea not null,
  constraint shared_flow_updates_pk primary key (org_id, script_id, seq),
  constraint shared_flow_updates_script_id_fk foreign key (org_id, script_id) references shared_flows (org_id, script_id) on delete cascade
);
select protect_tenant_table('shared_flow_updates');
