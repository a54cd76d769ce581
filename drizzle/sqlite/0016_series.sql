CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`passage` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`taken_by` text,
	`closed_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`taken_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `reports_state` ON `reports` (`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_story` ON `reports` (`story_id`,`state`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`standfirst` text DEFAULT '' NOT NULL,
	`parts` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_slug` ON `series` (`slug`);--> statement-breakpoint
CREATE TABLE `live_series` (
	`subject` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`standfirst` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_series_slug` ON `live_series` (`slug`);--> statement-breakpoint
CREATE TABLE `live_series_parts` (
	`subject` text NOT NULL,
	`story_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`subject`, `story_id`)
);
--> statement-breakpoint
CREATE INDEX `live_series_parts_story` ON `live_series_parts` (`story_id`);