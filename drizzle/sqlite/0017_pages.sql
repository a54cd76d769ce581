CREATE TABLE `menus` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`fingerprint` text NOT NULL,
	`edited_by` text,
	`edited_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pages` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`schema` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`edited_by` text,
	`edited_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pages_edited` ON `pages` (`edited_at`,`id`);--> statement-breakpoint
CREATE TABLE `live_menus` (
	`subject` text PRIMARY KEY NOT NULL,
	`columns` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `live_pages` (
	`subject` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`standfirst` text NOT NULL,
	`language` text NOT NULL,
	`body` text NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_pages_slug` ON `live_pages` (`slug`);