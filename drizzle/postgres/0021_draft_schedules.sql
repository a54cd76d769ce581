CREATE TABLE "draft_schedules" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft" text COLLATE "C" NOT NULL,
	"act" text COLLATE "C" DEFAULT 'publish' NOT NULL,
	"revision" bigint NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text COLLATE "C",
	"attempts" bigint DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone
);
--> statement-breakpoint
INSERT INTO "draft_schedules" ("id", "draft", "act", "revision", "due_at", "state", "note", "by", "at", "ended_at", "ended_by", "attempts", "retry_at") SELECT "id", 'front:' || "front_id", "act", "revision", "due_at", "state", "note", "by", "at", "ended_at", "ended_by", "attempts", "retry_at" FROM "front_schedules";--> statement-breakpoint
DROP TABLE "front_schedules" CASCADE;--> statement-breakpoint
ALTER TABLE "draft_schedules" ADD CONSTRAINT "draft_schedules_revision_revisions_id_fk" FOREIGN KEY ("revision") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_schedules" ADD CONSTRAINT "draft_schedules_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_schedules" ADD CONSTRAINT "draft_schedules_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_schedules_draft" ON "draft_schedules" USING btree ("draft","state");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_schedules_waiting" ON "draft_schedules" USING btree ("draft","act") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "draft_schedules_due" ON "draft_schedules" USING btree ("due_at","id") WHERE state = 'waiting';