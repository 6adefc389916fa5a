-- What people say to each other about a flow: conversations that hang on a step, a card or a place of the canvas.
create table comment_threads (
  org_id text collate "C" not null,
  id text collate "C" not null,
  bot_id text collate "C" not null,
  script_id text collate "C" not null,
  -- A step or a card by its id in the layout, which is no row; null for a place.
  anchor text collate "C",
  -- What the step said when somebody began: shown once it is gone.
  anchor_text text not null default '',
  -- "main", or a SUB or FUNCTION of the text.
  flow text collate "C" not null,
  x double precision not null,
  y double precision not null,
  comment_count integer not null default 0,
  resolved_at timestamp (3) with time zone,
  resolved_by text collate "C",
  created_by text collate "C",
  created_at timestamp (3) with time zone not null default now(),
  updated_at timestamp (3) with time zone not null default now(),
  constraint comment_threads_pk primary key (org_id, id),
  constraint comment_threads_bot_id_fk foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  constraint comment_threads_script_id_fk foreign key (org_id, script_id) references scripts (org_id, id) on delete cascade,
  constraint comment_threads_resolved_by_users_id_fk foreign key (resolved_by) references users (id) on delete set null,
  constraint comment_threads_created_by_users_id_fk foreign key (created_by) references users (id) on delete set null
);
create index comment_threads_bot on comment_threads (org_id, bot_id, updated_at);
select protect_tenant_table('comment_threads');

create table comments (
  org_id text collate "C" not null,
  id text collate "C" not null,
  thread_id text collate "C" not null,
  author text collate "C",
  body text not null,
  -- Ids of the members that are named in it.
  mentions text[] not null default '{}',
  created_at timestamp (3) with time zone not null default now(),
  constraint comments_pk primary key (org_id, id),
  constraint comments_thread_id_fk foreign key (org_id, thread_id) references comment_threads (org_id, id) on delete cascade,
  constraint comments_author_users_id_fk foreign key (author) references users (id) on delete set null
);
create index comments_thread on comments (org_id, thread_id, created_at);
select protect_tenant_table('comments');

create table comment_reads (
  org_id text collate "C" not null,
  thread_id text collate "C" not null,
  user_id text collate "C" not null,
  read_at timestamp (3) with time zone not null,
  constraint comment_reads_pk primary key (org_id, thread_id, user_id),
  constraint comment_reads_thread_id_fk foreign key (org_id, thread_id) references comment_threads (org_id, id) on delete cascade,
  constraint comment_reads_user_id_users_id_fk foreign key (user_id) references users (id) on delete cascade
);
select protect_tenant_table('comment_reads');
