CREATE TABLE "story_revisions" (
	"revision" bigint PRIMARY KEY NOT NULL,
	"story_id" text COLLATE "C" NOT NULL,
	"why" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" DEFAULT '' NOT NULL,
	"people" json NOT NULL,
	"words" bigint NOT NULL,
	"restored" bigint
);
--> statement-breakpoint
CREATE TABLE "story_spells" (
	"story_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"people" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "story_revisions" ADD CONSTRAINT "story_revisions_revision_revisions_id_fk" FOREIGN KEY ("revision") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_revisions" ADD CONSTRAINT "story_revisions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_spells" ADD CONSTRAINT "story_spells_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "story_revisions_story" ON "story_revisions" USING btree ("story_id");