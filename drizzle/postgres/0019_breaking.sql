CREATE TABLE "breaking_bars" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content" json,
	"until" timestamp (3) with time zone,
	"set_by" text COLLATE "C",
	"set_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_bars" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"story" text COLLATE "C" NOT NULL,
	"link" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "breaking_bars" ADD CONSTRAINT "breaking_bars_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "breaking_bars_until" ON "breaking_bars" USING btree ("until");