ALTER TABLE "notifications" ALTER COLUMN "story_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "front_schedules" ADD COLUMN "act" text COLLATE "C" DEFAULT 'publish' NOT NULL;--> statement-breakpoint
ALTER TABLE "front_schedules" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "front_schedules" ADD COLUMN "ended_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "front_schedules" ADD COLUMN "attempts" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "front_schedules" ADD COLUMN "retry_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "front_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "front_schedules" ADD CONSTRAINT "front_schedules_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_front_id_fronts_id_fk" FOREIGN KEY ("front_id") REFERENCES "public"."fronts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "front_schedules_waiting" ON "front_schedules" USING btree ("front_id","act") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "front_schedules_due" ON "front_schedules" USING btree ("due_at","id") WHERE state = 'waiting';