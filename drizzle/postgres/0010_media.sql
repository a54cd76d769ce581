CREATE TABLE "media" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"file" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"bytes" bigint NOT NULL,
	"width" bigint,
	"height" bigint,
	"seconds" bigint,
	"hash" text COLLATE "C" NOT NULL,
	"colour" text COLLATE "C" DEFAULT '' NOT NULL,
	"graphic" boolean DEFAULT false NOT NULL,
	"alt" text COLLATE "C" DEFAULT '' NOT NULL,
	"decorative" boolean DEFAULT false NOT NULL,
	"caption" text COLLATE "C" DEFAULT '' NOT NULL,
	"credit" text COLLATE "C" DEFAULT '' NOT NULL,
	"source" text COLLATE "C" DEFAULT '' NOT NULL,
	"rights" text COLLATE "C" DEFAULT 'unclear' NOT NULL,
	"licence_url" text COLLATE "C" DEFAULT '' NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"on_expiry" text COLLATE "C" DEFAULT 'warn' NOT NULL,
	"withheld_at" timestamp (3) with time zone,
	"notes" text COLLATE "C" DEFAULT '' NOT NULL,
	"dateline" text COLLATE "C" DEFAULT '' NOT NULL,
	"keywords" json NOT NULL,
	"taken_at" text COLLATE "C" DEFAULT '' NOT NULL,
	"from_file" json NOT NULL,
	"focus" json NOT NULL,
	"guessed" boolean DEFAULT true NOT NULL,
	"crops" json NOT NULL,
	"poster" text COLLATE "C",
	"captions" text COLLATE "C" DEFAULT '' NOT NULL,
	"captions_language" text COLLATE "C" DEFAULT '' NOT NULL,
	"like_high" bigint,
	"like_low" bigint,
	"like1" bigint,
	"like2" bigint,
	"like3" bigint,
	"like4" bigint,
	"folded" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_by" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_media" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"file" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"bytes" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"formerly" json NOT NULL,
	"width" bigint,
	"height" bigint,
	"seconds" bigint,
	"colour" text COLLATE "C" NOT NULL,
	"graphic" boolean NOT NULL,
	"alt" text COLLATE "C" NOT NULL,
	"caption" text COLLATE "C" NOT NULL,
	"credit" text COLLATE "C" NOT NULL,
	"focus" json NOT NULL,
	"crops" json NOT NULL,
	"poster" text COLLATE "C",
	"captions" text COLLATE "C" NOT NULL,
	"captions_language" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_story_media" (
	"subject" text COLLATE "C" NOT NULL,
	"media_id" text COLLATE "C" NOT NULL,
	"crop" text COLLATE "C" NOT NULL,
	"now" boolean NOT NULL,
	CONSTRAINT "live_story_media_subject_media_id_crop_pk" PRIMARY KEY("subject","media_id","crop")
);
--> statement-breakpoint
CREATE TABLE "story_media" (
	"story_id" text COLLATE "C" NOT NULL,
	"media_id" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" NOT NULL,
	CONSTRAINT "story_media_story_id_media_id_place_pk" PRIMARY KEY("story_id","media_id","place")
);
--> statement-breakpoint
ALTER TABLE "live_people" ADD COLUMN "face" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "live_stories" ADD COLUMN "main" json;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "main" json;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_media" ADD CONSTRAINT "story_media_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_media" ADD CONSTRAINT "story_media_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_newest" ON "media" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "media_person" ON "media" USING btree ("created_by","created_at","id");--> statement-breakpoint
CREATE INDEX "media_expiring" ON "media" USING btree ("expires_at","id");--> statement-breakpoint
CREATE INDEX "media_hash" ON "media" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "media_file" ON "media" USING btree ("file");--> statement-breakpoint
CREATE INDEX "media_like1" ON "media" USING btree ("like1");--> statement-breakpoint
CREATE INDEX "media_like2" ON "media" USING btree ("like2");--> statement-breakpoint
CREATE INDEX "media_like3" ON "media" USING btree ("like3");--> statement-breakpoint
CREATE INDEX "media_like4" ON "media" USING btree ("like4");--> statement-breakpoint
CREATE INDEX "live_story_media_media" ON "live_story_media" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "story_media_media" ON "story_media" USING btree ("media_id");