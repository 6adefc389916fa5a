-- The tables of bots: rows of ours, whose columns are data. Nothing a tenant names becomes an identifier.

create table bot_tables (
	"org_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"bot_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"is_declared" boolean DEFAULT false NOT NULL,
	"columns" jsonb NOT NULL,
	"keys" text[] NOT NULL,
	"read_roles" text[] DEFAULT '{}' NOT NULL,
	"write_roles" text[] DEFAULT '{}' NOT NULL,
	"next_id" bigint DEFAULT 1 NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"has_odd_keys" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bot_tables_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "bot_tables_name" UNIQUE("org_id","bot_id","name")
);

create sequence bot_rows_number as bigint;
grant usage on sequence bot_rows_number to botwright_app;

create table bot_rows (
	"org_id" text collate "C" NOT NULL,
	"table_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"number" bigint DEFAULT nextval('bot_rows_number') NOT NULL,
	"cells" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bot_rows_pk" PRIMARY KEY("org_id","table_id","key")
);

ALTER TABLE "bot_tables" ADD CONSTRAINT "bot_tables_bot_id_fk" FOREIGN KEY ("org_id","bot_id") REFERENCES "bots"("org_id","id") ON DELETE cascade;
ALTER TABLE "bot_rows" ADD CONSTRAINT "bot_rows_table_id_fk" FOREIGN KEY ("org_id","table_id") REFERENCES "bot_tables"("org_id","id") ON DELETE cascade;
CREATE INDEX "bot_rows_order" ON "bot_rows" USING btree ("org_id","table_id","number");

-- The number a cell stands for, as the language compares: numbers, numeric text, and TRUE as 1. Null for all else.
create function cell_number(cell jsonb) returns double precision
  language sql immutable parallel safe
  as $$
    select case jsonb_typeof(cell)
      when 'number' then (cell #>> '{}')::double precision
      when 'boolean' then case when cell = 'true'::jsonb then 1 else 0 end
      when 'string' then
        case when length(cell #>> '{}') <= 400
              and (cell #>> '{}') ~ '^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?\s*$'
          then case
            when (cell #>> '{}')::numeric = 0 then 0
            when abs((cell #>> '{}')::numeric) between 1e-300 and 1.7e308 then (cell #>> '{}')::double precision
          end
        end
    end
  $$;

select protect_tenant_table('bot_tables');
select protect_tenant_table('bot_rows');
