-- Every table of the first stage. The shapes are db/schema; db/schema/schema.test.ts holds the two together.

CREATE TABLE "api_keys" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"key_hash" text collate "C" NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"created_by" text collate "C",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "api_keys_key_hash" UNIQUE("key_hash")
);

CREATE TABLE "bots" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"slug" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"allowed_origins" text[] DEFAULT '{}' NOT NULL,
	"published_version_id" text collate "C",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bots_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "bots_slug" UNIQUE("slug"),
	CONSTRAINT "bots_slug_shape" CHECK ("bots"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$')
);

CREATE TABLE "bundles" (
	"org_id" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"program" json NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bundles_pk" PRIMARY KEY("org_id","hash")
);

CREATE TABLE "drafts" (
	"org_id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"source" text NOT NULL,
	"layout" json NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_by" text collate "C",
	CONSTRAINT "drafts_pk" PRIMARY KEY("org_id","bot_id")
);

CREATE TABLE "versions" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"bundle_hash" text collate "C" NOT NULL,
	"debug" json NOT NULL,
	"source" text NOT NULL,
	"layout" json NOT NULL,
	"published_by" text collate "C",
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "versions_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "versions_number" UNIQUE("bot_id","number")
);

CREATE TABLE "contacts" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"channel" text NOT NULL,
	"external_id" text,
	"name" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "contacts_external_id" UNIQUE("org_id","channel","external_id")
);

CREATE TABLE "conversations" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"bot_version_id" text collate "C" NOT NULL,
	"contact_id" text collate "C",
	"channel" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"language" text,
	"token_hash" text collate "C",
	"version" bigint DEFAULT 0 NOT NULL,
	"epoch" integer DEFAULT 0 NOT NULL,
	"running" text collate "C",
	"claim_until" timestamp (3) with time zone,
	"run_id" text collate "C",
	"state" text,
	"waiting" jsonb,
	"next_seq" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "conversations_token_hash" UNIQUE("token_hash"),
	CONSTRAINT "conversations_status" CHECK ("conversations"."status" in ('open', 'closed'))
);

CREATE TABLE "messages" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"sender" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"choices" jsonb,
	"event_id" text collate "C",
	"step_id" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "messages_seq" UNIQUE("conversation_id","seq"),
	CONSTRAINT "messages_sender" CHECK ("messages"."sender" in ('bot', 'contact', 'agent'))
);

CREATE TABLE "runs" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"bot_version_id" text collate "C" NOT NULL,
	"parent_run_id" text collate "C",
	"status" text NOT NULL,
	"fault" jsonb,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "runs_pk" PRIMARY KEY("org_id","id")
);

CREATE TABLE "inbound_events" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"conversation_id" text collate "C",
	"source" text NOT NULL,
	"key" text,
	"body_hash" text collate "C",
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"outcome" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "inbound_events_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "inbound_events_key" UNIQUE("org_id","source","key")
);

CREATE TABLE "journal" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"effect_number" integer NOT NULL,
	"epoch" integer NOT NULL,
	"step_id" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"args_hash" text collate "C" NOT NULL,
	"intent" jsonb,
	"result" jsonb,
	"recorded" jsonb,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "journal_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "journal_effect" UNIQUE("event_id","effect_number")
);

CREATE TABLE "memory_entries" (
	"org_id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"scope" text NOT NULL,
	"subject" text collate "C" DEFAULT '' NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memory_entries_pk" PRIMARY KEY("org_id","bot_id","scope","subject","key"),
	CONSTRAINT "memory_entries_scope" CHECK ("memory_entries"."scope" in ('bot', 'user', 'session'))
);

CREATE TABLE "invites" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"invited_by" text collate "C",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "invites_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invites_token_hash" UNIQUE("token_hash"),
	CONSTRAINT "invites_role" CHECK ("invites"."role" in ('owner', 'admin', 'builder', 'viewer')),
	CONSTRAINT "invites_email" CHECK ("invites"."email" = lower("invites"."email"))
);

CREATE TABLE "members" (
	"org_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_pk" PRIMARY KEY("org_id","user_id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('owner', 'admin', 'builder', 'viewer'))
);

CREATE TABLE "organizations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "outbox" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"message_id" text collate "C",
	"seq" integer NOT NULL,
	"channel" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"due" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_pk" PRIMARY KEY("org_id","id")
);

CREATE TABLE "timers" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"conversation_id" text collate "C",
	"kind" text NOT NULL,
	"wait_id" text collate "C",
	"state" text NOT NULL,
	"due" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"fired_at" timestamp (3) with time zone,
	CONSTRAINT "timers_pk" PRIMARY KEY("org_id","id")
);

CREATE TABLE "audit_events" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"actor_kind" text NOT NULL,
	"actor" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"ip" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_events_pk" PRIMARY KEY("org_id","id")
);

CREATE TABLE "usage_events" (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"bot_id" text collate "C",
	"kind" text NOT NULL,
	"quantity" bigint DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_events_pk" PRIMARY KEY("org_id","id")
);

CREATE TABLE "login_sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"user_agent" text,
	"ip" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "password_resets" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);

CREATE TABLE "users" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"email_verified_at" timestamp (3) with time zone,
	"locale" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email" UNIQUE("email"),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE cascade;
ALTER TABLE "bots" ADD CONSTRAINT "bots_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "bundles" ADD CONSTRAINT "bundles_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE set null;
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "versions" ADD CONSTRAINT "versions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "users"("id") ON DELETE set null;
ALTER TABLE "versions" ADD CONSTRAINT "versions_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
-- Deferred, so that an organization can be deleted with both; a bundle still in use stays refused.
ALTER TABLE "versions" ADD CONSTRAINT "versions_bundle_hash_fk" FOREIGN KEY ("org_id","bundle_hash") REFERENCES "bundles"("org_id","hash") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_bot_version_id_fk" FOREIGN KEY ("org_id","bot_version_id") REFERENCES "versions"("org_id","id") ON DELETE cascade;
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "contacts"("org_id","id") ON DELETE cascade;
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_fk" FOREIGN KEY ("org_id","conversation_id") REFERENCES "conversations"("org_id","id") ON DELETE cascade;
ALTER TABLE "runs" ADD CONSTRAINT "runs_conversation_id_fk" FOREIGN KEY ("org_id","conversation_id") REFERENCES "conversations"("org_id","id") ON DELETE cascade;
ALTER TABLE "runs" ADD CONSTRAINT "runs_bot_version_id_fk" FOREIGN KEY ("org_id","bot_version_id") REFERENCES "versions"("org_id","id") ON DELETE cascade;
ALTER TABLE "inbound_events" ADD CONSTRAINT "inbound_events_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "inbound_events" ADD CONSTRAINT "inbound_events_conversation_id_fk" FOREIGN KEY ("org_id","conversation_id") REFERENCES "conversations"("org_id","id") ON DELETE cascade;
ALTER TABLE "journal" ADD CONSTRAINT "journal_conversation_id_fk" FOREIGN KEY ("org_id","conversation_id") REFERENCES "conversations"("org_id","id") ON DELETE cascade;
ALTER TABLE "journal" ADD CONSTRAINT "journal_event_id_fk" FOREIGN KEY ("org_id","event_id") REFERENCES "inbound_events"("org_id","id") ON DELETE cascade;
ALTER TABLE "memory_entries" ADD CONSTRAINT "memory_entries_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "invites" ADD CONSTRAINT "invites_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "invites" ADD CONSTRAINT "invites_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "users"("id") ON DELETE set null;
ALTER TABLE "members" ADD CONSTRAINT "members_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade;
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_conversation_id_fk" FOREIGN KEY ("org_id","conversation_id") REFERENCES "conversations"("org_id","id") ON DELETE cascade;
ALTER TABLE "timers" ADD CONSTRAINT "timers_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "timers" ADD CONSTRAINT "timers_conversation_id_fk" FOREIGN KEY ("org_id","conversation_id") REFERENCES "conversations"("org_id","id") ON DELETE cascade;
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE cascade;
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade;
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade;
CREATE INDEX "api_keys_created_by" ON "api_keys" USING btree ("created_by");
CREATE UNIQUE INDEX "conversations_open" ON "conversations" USING btree ("org_id","bot_id","channel","contact_id") WHERE status = 'open' and contact_id is not null;
CREATE INDEX "conversations_contact" ON "conversations" USING btree ("org_id","contact_id") WHERE contact_id is not null;
CREATE INDEX "conversations_bot" ON "conversations" USING btree ("org_id","bot_id","created_at");
CREATE INDEX "runs_conversation" ON "runs" USING btree ("conversation_id");
CREATE INDEX "inbound_events_due" ON "inbound_events" USING btree ("org_id","due","id") WHERE due is not null;
CREATE INDEX "inbound_events_conversation" ON "inbound_events" USING btree ("conversation_id","id") WHERE conversation_id is not null;
CREATE INDEX "journal_conversation" ON "journal" USING btree ("conversation_id");
CREATE INDEX "memory_entries_expires" ON "memory_entries" USING btree ("expires_at") WHERE expires_at is not null;
CREATE INDEX "outbox_due" ON "outbox" USING btree ("org_id","due","id") WHERE due is not null;
CREATE INDEX "outbox_order" ON "outbox" USING btree ("conversation_id","seq");
CREATE INDEX "timers_due" ON "timers" USING btree ("org_id","due","id") WHERE due is not null;
CREATE INDEX "timers_conversation" ON "timers" USING btree ("conversation_id") WHERE conversation_id is not null;
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("org_id","at");
CREATE INDEX "usage_events_at" ON "usage_events" USING btree ("org_id","at");
CREATE INDEX "login_sessions_user" ON "login_sessions" USING btree ("user_id");
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id");
ALTER TABLE "bots" ADD CONSTRAINT "bots_published_version_id_fk" FOREIGN KEY ("org_id","published_version_id") REFERENCES "versions"("org_id","id");
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_run_id_fk" FOREIGN KEY ("org_id","run_id") REFERENCES "runs"("org_id","id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "runs" ADD CONSTRAINT "runs_parent_run_id_fk" FOREIGN KEY ("org_id","parent_run_id") REFERENCES "runs"("org_id","id") ON DELETE cascade;
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_message_id_fk" FOREIGN KEY ("org_id","message_id") REFERENCES "messages"("org_id","id") ON DELETE cascade;
-- Room on the page keeps the new row of a turn beside the old one, so its indexes need no change.
ALTER TABLE "conversations" SET (fillfactor = 70);
