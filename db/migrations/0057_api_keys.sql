-- Keys for programs of developers. What is shown of a key is its beginning; it may be limited to some bots, and once
-- it is revoked it opens nothing any more and stays for the list.
alter table api_keys rename column hint to prefix;
alter table api_keys add column all_bots boolean not null default true;
alter table api_keys add column revoked_at timestamptz(3);

-- The bots a key is limited to. With the last of them gone it reaches none: that it is limited stands in its own row.
create table api_key_bots (
  org_id text collate "C" not null,
  key_id text collate "C" not null,
  bot_id text collate "C" not null,
  constraint api_key_bots_pk primary key (org_id, key_id, bot_id),
  constraint api_key_bots_key_id_fk foreign key (org_id, key_id) references api_keys (org_id, id) on delete cascade,
  constraint api_key_bots_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index api_key_bots_bot on api_key_bots (org_id, bot_id);

-- What a request with an idempotency key was answered, so that its repetition gets the same and causes nothing.
create table api_replies (
  org_id text collate "C" not null,
  key_id text collate "C" not null,
  -- The Idempotency-Key of the client.
  repeat_key text not null,
  -- Of the operation and its input.
  fingerprint text collate "C" not null,
  -- Null while it is being done.
  status integer,
  answer jsonb,
  -- Whoever does it holds it until then; a process that died holds it no longer.
  held_until timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  constraint api_replies_pk primary key (org_id, key_id, repeat_key),
  constraint api_replies_key_id_fk foreign key (org_id, key_id) references api_keys (org_id, id) on delete cascade
);
create index api_replies_expiry on api_replies (org_id, expires_at);

select protect_tenant_table('api_key_bots');
select protect_tenant_table('api_replies');
