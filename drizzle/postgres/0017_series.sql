CREATE TABLE "reports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"story_id" text COLLATE "C" NOT NULL,
	"passage" text COLLATE "C" DEFAULT '' NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text COLLATE "C" DEFAULT 'open' NOT NULL,
	"taken_by" text COLLATE "C",
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"standfirst" text COLLATE "C" DEFAULT '' NOT NULL,
	"parts" json DEFAULT '[]'::json NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_series" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"standfirst" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_series_parts" (
	"subject" text COLLATE "C" NOT NULL,
	"story_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "live_series_parts_subject_story_id_pk" PRIMARY KEY("subject","story_id")
);
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_state" ON "reports" USING btree ("state","at","id");--> statement-breakpoint
CREATE INDEX "reports_story" ON "reports" USING btree ("story_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "series_slug" ON "series" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "live_series_slug" ON "live_series" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "live_series_parts_story" ON "live_series_parts" USING btree ("story_id");