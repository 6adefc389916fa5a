-- What bots know. A base is a named set of documents of one bot; a document is read into chunks, and each
-- chunk is found by its words (terms) and by its vector. Vectors stand apart from texts: they are short rows
-- for the scan that compares them all, and a base may change its model while its texts stay.
create table knowledge_bases (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  name text not null,
  model text not null,
  created_at timestamptz(3) default now() not null,
  constraint knowledge_bases_pk primary key (org_id, id),
  constraint knowledge_bases_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create unique index knowledge_bases_name on knowledge_bases (org_id, bot_id, lower(name));

-- A web site that is read page by page, and anew after a while. Its due time is the next reading.
create table knowledge_sites (
  org_id text collate "C" not null,
  id text collate "C" not null,
  base_id text collate "C" not null,
  url text not null,
  max_depth integer not null,
  max_pages integer not null,
  refresh_hours integer not null,
  state text not null,
  problem text,
  pages integer default 0 not null,
  attempts integer default 0 not null,
  due timestamptz(3),
  read_at timestamptz(3),
  created_at timestamptz(3) default now() not null,
  constraint knowledge_sites_pk primary key (org_id, id),
  constraint knowledge_sites_url unique (org_id, base_id, url),
  constraint knowledge_sites_state check (state in ('waiting', 'reading', 'ready', 'failed')),
  constraint knowledge_sites_base_id_fk foreign key (org_id, base_id) references knowledge_bases (org_id, id) on delete cascade
);
create index knowledge_sites_due on knowledge_sites (org_id, due, id) where due is not null;

-- The row is the work: its due time is when somebody goes on with it, or when a lease runs out. What is read
-- and what is embedded is stored in steps, so that whoever goes on begins where the one before stopped.
create table knowledge_documents (
  org_id text collate "C" not null,
  id text collate "C" not null,
  base_id text collate "C" not null,
  site_id text collate "C",
  title text not null,
  mime_type text not null,
  size bigint not null,
  sha256 text collate "C" not null,
  -- Of the content in the store; null where the content is a text and stands beside.
  blob_id text collate "C",
  content text,
  url text,
  state text not null,
  problem text,
  problem_detail text,
  pages integer,
  chunks integer default 0 not null,
  embedded integer default 0 not null,
  attempts integer default 0 not null,
  -- Who works on it counts it up: whoever lost the lease writes nothing more.
  epoch integer default 0 not null,
  due timestamptz(3),
  ready_at timestamptz(3),
  created_at timestamptz(3) default now() not null,
  constraint knowledge_documents_pk primary key (org_id, id),
  constraint knowledge_documents_state check (state in ('waiting', 'reading', 'embedding', 'ready', 'failed')),
  constraint knowledge_documents_base_id_fk foreign key (org_id, base_id) references knowledge_bases (org_id, id) on delete cascade,
  constraint knowledge_documents_site_id_fk foreign key (org_id, site_id) references knowledge_sites (org_id, id) on delete cascade,
  constraint knowledge_documents_blob_id_fk foreign key (org_id, blob_id) references blobs (org_id, id)
    -- An organization goes in one statement, its contents before its documents.
    deferrable initially deferred
);
create index knowledge_documents_base on knowledge_documents (org_id, base_id, created_at);
create index knowledge_documents_site on knowledge_documents (org_id, site_id) where site_id is not null;
create index knowledge_documents_blob on knowledge_documents (org_id, blob_id) where blob_id is not null;
create index knowledge_documents_due on knowledge_documents (org_id, due, id) where due is not null;

create table knowledge_chunks (
  org_id text collate "C" not null,
  id text collate "C" not null,
  document_id text collate "C" not null,
  position integer not null,
  base_id text collate "C" not null,
  text text not null,
  section text,
  page integer,
  terms tsvector not null,
  constraint knowledge_chunks_pk primary key (org_id, id),
  constraint knowledge_chunks_position unique (org_id, document_id, position),
  constraint knowledge_chunks_document_id_fk foreign key (org_id, document_id) references knowledge_documents (org_id, id) on delete cascade,
  constraint knowledge_chunks_base_id_fk foreign key (org_id, base_id) references knowledge_bases (org_id, id) on delete cascade
);
create index knowledge_chunks_base on knowledge_chunks (org_id, base_id);
create index knowledge_chunks_terms on knowledge_chunks using gin (terms);

create table knowledge_vectors (
  org_id text collate "C" not null,
  chunk_id text collate "C" not null,
  base_id text collate "C" not null,
  model text not null,
  -- Half the precision is enough to compare by, and half the room; how many numbers it has is the model's.
  embedding halfvec not null,
  constraint knowledge_vectors_pk primary key (org_id, chunk_id, model),
  constraint knowledge_vectors_chunk_id_fk foreign key (org_id, chunk_id) references knowledge_chunks (org_id, id) on delete cascade,
  constraint knowledge_vectors_base_id_fk foreign key (org_id, base_id) references knowledge_bases (org_id, id) on delete cascade
);
alter table knowledge_vectors alter column embedding set storage plain;
create index knowledge_vectors_base on knowledge_vectors (org_id, base_id, model);

select protect_tenant_table('knowledge_bases');
select protect_tenant_table('knowledge_sites');
select protect_tenant_table('knowledge_documents');
select protect_tenant_table('knowledge_chunks');
select protect_tenant_table('knowledge_vectors');

create policy dispatcher on knowledge_documents for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on knowledge_documents to botwright_dispatcher;
create policy dispatcher on knowledge_sites for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on knowledge_sites to botwright_dispatcher;

-- A content goes from the store once neither a file nor a document names it any more.
create or replace function drop_unused_blob() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.blob_id is not distinct from new.blob_id then return null; end if;
  update blobs b set state = 'dropped', due = now() + interval '1 day'
  where b.org_id = old.org_id and b.id = old.blob_id and b.state = 'kept'
    and not exists (select from files f where f.org_id = b.org_id and f.blob_id = b.id)
    and not exists (select from knowledge_documents d where d.org_id = b.org_id and d.blob_id = b.id);
  return null;
end $$;
create trigger knowledge_documents_drop_blob after delete or update of blob_id on knowledge_documents
  for each row execute function drop_unused_blob();

-- The nearest of very many, by the index that a job makes once there are enough (see keep-knowledge). Where a
-- filter leaves too few of what the index gives first, it is asked for more.
create function knowledge_nearest(org text, bases text[], question halfvec, most integer)
returns table (chunk_id text, likeness float8)
language plpgsql
as $$
begin
  -- Not as settings of the function: only a superuser may declare those before the extension is loaded.
  perform set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', '100', true);
  return query
    select v.chunk_id, -((v.embedding::halfvec(512)) <#> (question::halfvec(512)))
    from knowledge_vectors v
    where v.org_id = org and v.base_id = any (bases) and v.model = 'use-lite-en'
    order by (v.embedding::halfvec(512)) <#> (question::halfvec(512))
    limit most;
end $$;
grant execute on function knowledge_nearest to botwright_app;
