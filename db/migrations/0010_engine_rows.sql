-- What the engine keeps besides the tables themselves.

-- Open events of a conversation are looked for at every commit; closed ones never.
create index inbound_events_open on inbound_events (conversation_id, id) where due is not null;

-- A conversation row changes at every turn: leave room on its page, and keep a state of up to 8 kB in the row.
alter table conversations set (fillfactor = 70, toast_tuple_target = 8160);

-- People first: while somebody has taken a conversation over, the bot is silent.
alter table conversations add column taken_over_by text collate "C", add column taken_over_at timestamptz(3);
