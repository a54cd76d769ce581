ALTER TABLE "live_stories" ADD COLUMN "kicker" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_stories" ADD COLUMN "layout" text COLLATE "C" DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_stories" ADD COLUMN "sponsor" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_stories" ADD COLUMN "machine" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_stories" ADD COLUMN "related" json DEFAULT '[]'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "live_stories" ADD COLUMN "language" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_stories" ADD COLUMN "original" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "kicker" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "layout" text COLLATE "C" DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "sponsor" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "machine" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "related" json DEFAULT '[]'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "language" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "original" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "live_stories_original" ON "live_stories" USING btree ("original") WHERE original <> '';