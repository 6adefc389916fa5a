-- pgvector, for knowledge bases. Asked for at the first start, so that its absence is not found out later.
do $$
begin
  if not exists (select from pg_extension where extname = 'vector') then
    if not exists (select from pg_available_extensions where name = 'vector') then
      raise exception 'This Postgres has no pgvector. Install it on the database server (https://github.com/pgvector/pgvector), then start again.';
    end if;
    begin
      create extension vector;
    exception when insufficient_privilege then
      raise exception 'The database user % may not add pgvector. Ask an administrator to run once in this database: create extension vector;', current_user;
    end;
  end if;
end
$$;
