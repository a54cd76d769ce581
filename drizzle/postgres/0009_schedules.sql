ALTER TABLE "story_schedules" ADD COLUMN "section_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "story_schedules" ADD COLUMN "slug" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "story_schedules" ADD COLUMN "attempts" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "story_schedules" ADD COLUMN "retry_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "story_schedules_address" ON "story_schedules" USING btree ("section_id","slug") WHERE state = 'waiting' and act = 'publish';