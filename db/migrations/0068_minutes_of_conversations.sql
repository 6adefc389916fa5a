-- Every turn changes when a conversation was last heard of. In an index, that made every turn write a new entry into
-- each index of the table and find the row's older versions again later. The minute of it changes once a minute: between
-- two minutes a turn stays on its page, and lists sort the few rows of one minute themselves.
alter table conversations
  add column last_minute timestamptz(3) generated always as
    (date_trunc('minute', last_at at time zone 'UTC') at time zone 'UTC') stored;
drop index conversations_last;
create index conversations_last_minute on conversations (org_id, last_minute);
