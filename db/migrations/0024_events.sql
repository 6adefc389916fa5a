-- When bots act by themselves: schedules, webhooks, events; and the settings they act by.

alter table bots add column time_zone text default 'UTC' not null, add column languages text[] default '{}' not null;

-- A value of the bot's configuration. A secret is stored sealed with the key of the installation.
create table bot_settings (
	"org_id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"is_secret" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bot_settings_pk" PRIMARY KEY("org_id","bot_id","name")
);

-- The part of a bot's webhook addresses nobody can guess, and the secret requests may have to be signed with.
create table webhook_keys (
	"org_id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"token_sealed" text NOT NULL,
	"must_sign" boolean DEFAULT false NOT NULL,
	"secret_sealed" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_keys_pk" PRIMARY KEY("org_id","bot_id")
);

create table schedules (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"origin" text NOT NULL,
	"name" text NOT NULL,
	"when_text" text NOT NULL,
	"script" text,
	"entry" text,
	"inputs" jsonb DEFAULT '{}' NOT NULL,
	"version_id" text collate "C",
	"conversation_id" text collate "C",
	"depth" integer DEFAULT 0 NOT NULL,
	"is_paused" boolean DEFAULT false NOT NULL,
	"due" timestamp (3) with time zone,
	"last_due" timestamp (3) with time zone,
	"last_event_id" text collate "C",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedules_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "schedules_name" UNIQUE("bot_id","origin","name"),
	CONSTRAINT "schedules_origin" CHECK ("schedules"."origin" in ('declared', 'set', 'later'))
);

-- What the published version of a bot listens to: its webhooks and its ON ... END ON.
create table event_handlers (
	"org_id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"filters" jsonb DEFAULT '{}' NOT NULL,
	"script" text NOT NULL,
	"entry" text,
	"version_id" text collate "C" NOT NULL,
	CONSTRAINT "event_handlers_pk" PRIMARY KEY("org_id","bot_id","number")
);

ALTER TABLE "bot_settings" ADD CONSTRAINT "bot_settings_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "webhook_keys" ADD CONSTRAINT "webhook_keys_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_version_id_fk" FOREIGN KEY ("org_id","version_id") REFERENCES "versions"("org_id","id") ON DELETE cascade;
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_conversation_id_fk" FOREIGN KEY ("org_id","conversation_id") REFERENCES "conversations"("org_id","id") ON DELETE cascade;
ALTER TABLE "event_handlers" ADD CONSTRAINT "event_handlers_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "event_handlers" ADD CONSTRAINT "event_handlers_version_id_fk" FOREIGN KEY ("org_id","version_id") REFERENCES "versions"("org_id","id") ON DELETE cascade;

CREATE INDEX "schedules_due" ON "schedules" USING btree ("org_id","due","id") WHERE due is not null;
CREATE INDEX "schedules_conversation" ON "schedules" USING btree ("conversation_id") WHERE conversation_id is not null;
CREATE INDEX "event_handlers_subject" ON "event_handlers" USING btree ("org_id","bot_id","kind","subject");
-- Who waits for an event is found by its name; nobody else is looked at.
create index conversations_awaited on conversations (org_id, bot_id, (waiting->>'event')) where waiting->>'kind' = 'event';

select protect_tenant_table('bot_settings');
select protect_tenant_table('webhook_keys');
select protect_tenant_table('schedules');
select protect_tenant_table('event_handlers');

create policy dispatcher on schedules for select to botwright_dispatcher using (true);
grant select (id, org_id, due) on schedules to botwright_dispatcher;
