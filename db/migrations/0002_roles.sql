-- The roles the running product acts under. None can log in: the connecting user takes one with SET LOCAL ROLE.
--   botwright_app         one organization's rows (or a batch's), by row-level security
--   botwright_dispatcher  across organizations: which rows are due, and which organization a public name belongs to
--   botwright_accounts    people, their sessions and resets: what sign-in needs before an organization is known
do $$
declare
  wanted name;
begin
  foreach wanted in array array['botwright_app', 'botwright_dispatcher', 'botwright_accounts'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin nobypassrls', wanted);
      exception
        -- Roles belong to the whole server: another database of it may make them at this moment.
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception 'The database user % may not create roles. Ask an administrator to run once: create role botwright_app nologin; create role botwright_dispatcher nologin; create role botwright_accounts nologin; grant botwright_app, botwright_dispatcher, botwright_accounts to %;', current_user, quote_ident(current_user);
      end;
    end if;
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end
$$;

grant usage on schema public to botwright_app, botwright_dispatcher, botwright_accounts;
