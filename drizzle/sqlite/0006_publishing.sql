CREATE TABLE `clock_holds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`jump` integer NOT NULL,
	`offset` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE TABLE `preview_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`kind` text NOT NULL,
	`block` text DEFAULT '' NOT NULL,
	`name` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`link_id`) REFERENCES `preview_links`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `preview_answers_link` ON `preview_answers` (`link_id`,`at`);--> statement-breakpoint
CREATE TABLE `preview_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`story_id` text NOT NULL,
	`revision` integer NOT NULL,
	`label` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revoked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preview_links_token` ON `preview_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `preview_links_story` ON `preview_links` (`story_id`,`at`);--> statement-breakpoint
CREATE TABLE `publication_shape` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `live_corrections` (
	`subject` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`place` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`subject`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `live_corrections_latest` ON `live_corrections` (`at`,`seq`);--> statement-breakpoint
CREATE TABLE `live_versions` (
	`subject` text NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`change` text,
	`headline` text NOT NULL,
	`standfirst` text NOT NULL,
	`body` text NOT NULL,
	`closed` integer NOT NULL,
	PRIMARY KEY(`subject`, `number`)
);
--> statement-breakpoint
CREATE TABLE `story_echoes` (
	`story_id` text NOT NULL,
	`seq` integer NOT NULL,
	`place` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `seq`, `place`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `story_embargoes` (
	`story_id` text PRIMARY KEY NOT NULL,
	`until` integer,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `story_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`seq` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`ended_at` integer,
	`answers` text NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `story_proofs_story` ON `story_proofs` (`story_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `story_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`act` text NOT NULL,
	`revision` integer,
	`due_at` integer NOT NULL,
	`change` text,
	`note` text DEFAULT '' NOT NULL,
	`note_place` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`by` text NOT NULL,
	`set_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`fault` text DEFAULT '' NOT NULL,
	`seq` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `story_schedules_waiting` ON `story_schedules` (`story_id`,`act`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `story_schedules_due` ON `story_schedules` (`due_at`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `story_schedules_story` ON `story_schedules` (`story_id`,`set_at`);--> statement-breakpoint
ALTER TABLE `publications` ADD `detail` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`seq`);