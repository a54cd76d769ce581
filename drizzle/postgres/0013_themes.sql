CREATE TABLE "live_themes" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content" json NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
