CREATE TABLE "menus" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content" json NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"edited_by" text COLLATE "C",
	"edited_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content" json NOT NULL,
	"schema" bigint NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"edited_by" text COLLATE "C",
	"edited_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_menus" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"columns" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_pages" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"standfirst" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"body" json NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pages_edited" ON "pages" USING btree ("edited_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "live_pages_slug" ON "live_pages" USING btree ("slug");