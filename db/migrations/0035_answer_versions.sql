-- What a bot knows and whom it asks has a version, so that an answer that was kept is never older than either:
-- answers are kept below the version that was read when they were looked for.
create table answer_versions (
  org_id text collate "C" not null,
  bot_id text collate "C" not null,
  version bigint not null default 0,
  constraint answer_versions_pk primary key (org_id, bot_id),
  constraint answer_versions_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select protect_tenant_table('answer_versions');

-- Makes the answers of a bot old, or those of every bot of an organization, and purges them.
create function forget_answers(org text, bot text) returns void
language plpgsql as $$
begin
  insert into answer_versions (org_id, bot_id, version)
  select b.org_id, b.id, 1 from bots b where b.org_id = org and (bot is null or b.id = bot)
  order by b.id
  on conflict (org_id, bot_id) do update set version = answer_versions.version + 1;
  delete from answer_cache a where a.org_id = org and (bot is null or a.bot_id = bot);
end $$;

-- For tables with org_id and bot_id whose rows say what a bot knows or whom it asks.
create function forget_answers_of_row() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform forget_answers(old.org_id, old.bot_id);
  end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.bot_id is distinct from old.bot_id) then
    perform forget_answers(new.org_id, new.bot_id);
  end if;
  return null;
end $$;

create trigger forget_answers after insert or update or delete on bot_settings
  for each row execute function forget_answers_of_row();
create trigger forget_answers after insert or update or delete on model_accounts
  for each row execute function forget_answers_of_row();
create trigger forget_answers after insert or update or delete on tool_services
  for each row execute function forget_answers_of_row();
create trigger forget_answers after update or delete on knowledge_bases
  for each row execute function forget_answers_of_row();

-- A document belongs to a bot by its base; one that only comes nearer to being ready changes no answer.
create function forget_answers_of_document() returns trigger
language plpgsql as $$
declare
  document knowledge_documents := case when tg_op = 'DELETE' then old else new end;
begin
  perform forget_answers(b.org_id, b.bot_id) from knowledge_bases b
  where b.org_id = document.org_id and b.id = document.base_id;
  return null;
end $$;
create trigger forget_answers_on_change after update of state, title, ready_at on knowledge_documents
  for each row when (old.state = 'ready' or new.state = 'ready')
  execute function forget_answers_of_document();
create trigger forget_answers_on_delete after delete on knowledge_documents
  for each row when (old.state = 'ready')
  execute function forget_answers_of_document();
