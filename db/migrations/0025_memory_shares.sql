-- Which keys of its memory a bot shares with which other bot of its organization.
create table memory_shares (
	"org_id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"with_bot_id" text collate "C" NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "memory_shares_pk" PRIMARY KEY("org_id","bot_id","with_bot_id","key")
);

ALTER TABLE "memory_shares" ADD CONSTRAINT "memory_shares_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "memory_shares" ADD CONSTRAINT "memory_shares_with_bot_id_fk" FOREIGN KEY ("org_id","with_bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;

select protect_tenant_table('memory_shares');
