-- What an answer was made from stands with its message: a list of {number, id, title, section, page, url}.
alter table messages add column sources jsonb;
-- A passage is opened by whoever holds the conversation it was cited in.
create index messages_sources on messages (conversation_id) where sources is not null;

-- Both functions that store messages keep the new column. They are taken as they stand by now, so that what
-- earlier migrations made of them stays; one that no longer looks as expected stops the migration.
do $$
declare
  name text;
  body text;
begin
  foreach name in array array['engine_commit(jsonb)', 'engine_write(jsonb)'] loop
    body := pg_get_functiondef(name::regprocedure);
    body := replace(body, 'choices, attachment, event_id', 'choices, attachment, sources, event_id');
    body := replace(body, 'choices, attachment, step_id', 'choices, attachment, sources, step_id');
    body := replace(body, 'm.choices, m.attachment,', 'm.choices, m.attachment, m.sources,');
    body := replace(body, 'attachment jsonb, step_id', 'attachment jsonb, sources jsonb, step_id');
    if (select count(*) from regexp_matches(body, 'sources', 'g')) <> 4 then
      raise exception 'The function % stores messages in another way than this migration knows.', name;
    end if;
    execute body;
  end loop;
end $$;
