-- Row-level security, forced on every table: a role sees nothing until a policy names it.

-- The organizations of this transaction: ids with commas between, set with set_config('app.orgs', ..., true).
create function app_orgs() returns text[]
  language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('app.orgs', true), ''), ',') $$;

-- Puts a table under the one rule of tenancy. Every migration that adds a tenant table calls it.
-- Reading the setting in a sub-select makes it once per statement, not once per row.
create function protect_tenant_table(
  target regclass,
  org_column name default 'org_id',
  app_privileges text default 'select, insert, update, delete'
) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %1$s to botwright_app using (%2$I = any ((select app_orgs())::text[])) with check (%2$I = any ((select app_orgs())::text[]))',
    target, org_column
  );
  execute format('grant %s on %s to botwright_app', app_privileges, target);
end
$$;
revoke execute on function protect_tenant_table from public;

select protect_tenant_table('organizations', 'id');
select protect_tenant_table('members');
select protect_tenant_table('invites');
select protect_tenant_table('bots');
select protect_tenant_table('drafts');
select protect_tenant_table('bundles', 'org_id', 'select, insert, delete');
select protect_tenant_table('versions', 'org_id', 'select, insert');
select protect_tenant_table('api_keys');
select protect_tenant_table('contacts');
select protect_tenant_table('conversations');
select protect_tenant_table('runs');
select protect_tenant_table('messages');
select protect_tenant_table('inbound_events');
select protect_tenant_table('journal');
select protect_tenant_table('outbox');
select protect_tenant_table('timers');
select protect_tenant_table('memory_entries');
select protect_tenant_table('usage_events', 'org_id', 'select, insert');
select protect_tenant_table('audit_events', 'org_id', 'select, insert');

-- The dispatcher: which rows are due, of whom; and whose a public name or a hashed secret is.
do $$
declare
  map record;
begin
  for map in
    select * from (values
      ('outbox', 'due'), ('timers', 'due'), ('inbound_events', 'due'),
      ('bots', 'slug'), ('api_keys', 'key_hash'), ('conversations', 'token_hash'), ('invites', 'token_hash')
    ) as maps (target, looked_up)
  loop
    execute format('create policy dispatcher on %I for select to botwright_dispatcher using (true)', map.target);
    execute format('grant select (id, org_id, %I) on %I to botwright_dispatcher', map.looked_up, map.target);
  end loop;
end
$$;

-- People belong to no organization. The app role sees those it shares one with, without their secrets.
alter table users enable row level security;
alter table users force row level security;
create policy colleague on users for select to botwright_app
  using (exists (select from members where members.user_id = users.id));
create policy accounts on users to botwright_accounts using (true) with check (true);
grant select (id, email, name, email_verified_at, locale, created_at) on users to botwright_app;
grant select, insert, update, delete on users to botwright_accounts;

alter table login_sessions enable row level security;
alter table login_sessions force row level security;
create policy accounts on login_sessions to botwright_accounts using (true) with check (true);
grant select, insert, update, delete on login_sessions to botwright_accounts;

alter table password_resets enable row level security;
alter table password_resets force row level security;
create policy accounts on password_resets to botwright_accounts using (true) with check (true);
grant select, insert, update, delete on password_resets to botwright_accounts;

-- Which organizations a person belongs to, and what they are called: asked before one is chosen.
create policy accounts on members for select to botwright_accounts using (true);
create policy accounts on organizations for select to botwright_accounts using (true);
grant select (org_id, user_id, role) on members to botwright_accounts;
grant select (id, name) on organizations to botwright_accounts;
