CREATE TABLE "front_schedules" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"front_id" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fronts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content" json NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"edited_by" text COLLATE "C",
	"edited_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_front_media" (
	"subject" text COLLATE "C" NOT NULL,
	"media_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "live_front_media_subject_media_id_pk" PRIMARY KEY("subject","media_id")
);
--> statement-breakpoint
CREATE TABLE "live_fronts" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"containers" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "front_schedules" ADD CONSTRAINT "front_schedules_front_id_fronts_id_fk" FOREIGN KEY ("front_id") REFERENCES "public"."fronts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_schedules" ADD CONSTRAINT "front_schedules_revision_revisions_id_fk" FOREIGN KEY ("revision") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_schedules" ADD CONSTRAINT "front_schedules_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fronts" ADD CONSTRAINT "fronts_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "front_schedules_front" ON "front_schedules" USING btree ("front_id","state");--> statement-breakpoint
CREATE INDEX "live_front_media_media" ON "live_front_media" USING btree ("media_id");