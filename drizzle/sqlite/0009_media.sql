CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`seconds` integer,
	`hash` text NOT NULL,
	`colour` text DEFAULT '' NOT NULL,
	`graphic` integer DEFAULT false NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`decorative` integer DEFAULT false NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`rights` text DEFAULT 'unclear' NOT NULL,
	`licence_url` text DEFAULT '' NOT NULL,
	`expires_at` integer,
	`on_expiry` text DEFAULT 'warn' NOT NULL,
	`withheld_at` integer,
	`notes` text DEFAULT '' NOT NULL,
	`dateline` text DEFAULT '' NOT NULL,
	`keywords` text NOT NULL,
	`taken_at` text DEFAULT '' NOT NULL,
	`from_file` text NOT NULL,
	`focus` text NOT NULL,
	`guessed` integer DEFAULT true NOT NULL,
	`crops` text NOT NULL,
	`poster` text,
	`captions` text DEFAULT '' NOT NULL,
	`captions_language` text DEFAULT '' NOT NULL,
	`like_high` integer,
	`like_low` integer,
	`like1` integer,
	`like2` integer,
	`like3` integer,
	`like4` integer,
	`folded` text DEFAULT '' NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `media_newest` ON `media` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `media_person` ON `media` (`created_by`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `media_expiring` ON `media` (`expires_at`,`id`);--> statement-breakpoint
CREATE INDEX `media_hash` ON `media` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `media_file` ON `media` (`file`);--> statement-breakpoint
CREATE INDEX `media_like1` ON `media` (`like1`);--> statement-breakpoint
CREATE INDEX `media_like2` ON `media` (`like2`);--> statement-breakpoint
CREATE INDEX `media_like3` ON `media` (`like3`);--> statement-breakpoint
CREATE INDEX `media_like4` ON `media` (`like4`);--> statement-breakpoint
CREATE TABLE `live_media` (
	`subject` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`hash` text NOT NULL,
	`formerly` text NOT NULL,
	`width` integer,
	`height` integer,
	`seconds` integer,
	`colour` text NOT NULL,
	`graphic` integer NOT NULL,
	`alt` text NOT NULL,
	`caption` text NOT NULL,
	`credit` text NOT NULL,
	`focus` text NOT NULL,
	`crops` text NOT NULL,
	`poster` text,
	`captions` text NOT NULL,
	`captions_language` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `live_story_media` (
	`subject` text NOT NULL,
	`media_id` text NOT NULL,
	`crop` text NOT NULL,
	`now` integer NOT NULL,
	PRIMARY KEY(`subject`, `media_id`, `crop`)
);
--> statement-breakpoint
CREATE INDEX `live_story_media_media` ON `live_story_media` (`media_id`);--> statement-breakpoint
CREATE TABLE `story_media` (
	`story_id` text NOT NULL,
	`media_id` text NOT NULL,
	`place` text NOT NULL,
	PRIMARY KEY(`story_id`, `media_id`, `place`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `story_media_media` ON `story_media` (`media_id`);--> statement-breakpoint
ALTER TABLE `live_people` ADD `face` text;--> statement-breakpoint
ALTER TABLE `live_stories` ADD `main` text;--> statement-breakpoint
ALTER TABLE `stories` ADD `main` text;