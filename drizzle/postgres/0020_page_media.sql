CREATE TABLE "page_media" (
	"page_id" text COLLATE "C" NOT NULL,
	"media_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "page_media_page_id_media_id_pk" PRIMARY KEY("page_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "live_page_media" (
	"subject" text COLLATE "C" NOT NULL,
	"media_id" text COLLATE "C" NOT NULL,
	"crop" text COLLATE "C" NOT NULL,
	"now" boolean NOT NULL,
	CONSTRAINT "live_page_media_subject_media_id_crop_pk" PRIMARY KEY("subject","media_id","crop")
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_front_id_fronts_id_fk";
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "draft" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "page_media" ADD CONSTRAINT "page_media_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_media" ADD CONSTRAINT "page_media_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_media_media" ON "page_media" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "live_page_media_media" ON "live_page_media" USING btree ("media_id");--> statement-breakpoint
UPDATE "notifications" SET "draft" = 'front:' || "front_id" WHERE "front_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" DROP COLUMN "front_id";