CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_personal` (
	`seq` integer PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`agent` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit`(`seq`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`address` text NOT NULL,
	`agent` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `demo_items` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`dedupe` text,
	`again` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`failed_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`dedupe`) WHERE done_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`due_at`,`id`) WHERE done_at is null and failed_at is null;--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`role` text NOT NULL,
	`all_sections` integer DEFAULT false NOT NULL,
	`profile` text NOT NULL,
	`password_hash` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_slug` ON `people` (`slug`);--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `people_sections` (
	`person_id` text NOT NULL,
	`section_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `section_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `publications` (
	`seq` integer PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`revision` integer,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`keys` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `publications_subject` ON `publications` (`kind`,`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`number` integer NOT NULL,
	`schema` integer NOT NULL,
	`content` text NOT NULL,
	`fingerprint` text NOT NULL,
	`by` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`kind`,`subject`,`number`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_slug` ON `sections` (`slug`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`timezone` text NOT NULL,
	`language` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `live_addresses` (
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`path` text NOT NULL,
	`state` text NOT NULL,
	`target` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`kind`, `subject`, `path`)
);
--> statement-breakpoint
CREATE INDEX `live_addresses_path` ON `live_addresses` (`path`,`seq`);--> statement-breakpoint
CREATE TABLE `live_people` (
	`subject` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`bio` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_people_slug` ON `live_people` (`slug`);--> statement-breakpoint
CREATE TABLE `live_sections` (
	`subject` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_sections_slug` ON `live_sections` (`slug`);--> statement-breakpoint
CREATE TABLE `live_settings` (
	`subject` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`timezone` text NOT NULL,
	`language` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `live_stories` (
	`id` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`revision` integer NOT NULL,
	`section_id` text NOT NULL,
	`slug` text NOT NULL,
	`headline` text NOT NULL,
	`standfirst` text NOT NULL,
	`body` text NOT NULL,
	`words` integer NOT NULL,
	`dateline` text NOT NULL,
	`search_title` text NOT NULL,
	`search_description` text NOT NULL,
	`canonical_url` text NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_stories_subject` ON `live_stories` (`subject`);--> statement-breakpoint
CREATE UNIQUE INDEX `live_stories_address` ON `live_stories` (`section_id`,`slug`);--> statement-breakpoint
CREATE INDEX `live_stories_section` ON `live_stories` (`section_id`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `live_stories_latest` ON `live_stories` (`published_at`,`id`);--> statement-breakpoint
CREATE TABLE `live_story_people` (
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	`published_at` integer NOT NULL,
	`story_id` integer NOT NULL,
	PRIMARY KEY(`subject`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `live_story_people_person` ON `live_story_people` (`person_id`,`published_at`,`story_id`);--> statement-breakpoint
CREATE TABLE `live_story_topics` (
	`subject` text NOT NULL,
	`topic_id` text NOT NULL,
	`position` integer NOT NULL,
	`published_at` integer NOT NULL,
	`story_id` integer NOT NULL,
	PRIMARY KEY(`subject`, `topic_id`)
);
--> statement-breakpoint
CREATE INDEX `live_story_topics_topic` ON `live_story_topics` (`topic_id`,`published_at`,`story_id`);--> statement-breakpoint
CREATE TABLE `live_topics` (
	`subject` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_topics_slug` ON `live_topics` (`slug`);--> statement-breakpoint
CREATE TABLE `stories` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`slug_edited` integer DEFAULT false NOT NULL,
	`section_id` text,
	`step` text DEFAULT 'draft' NOT NULL,
	`dateline` text DEFAULT '' NOT NULL,
	`search_title` text DEFAULT '' NOT NULL,
	`search_description` text DEFAULT '' NOT NULL,
	`canonical_url` text DEFAULT '' NOT NULL,
	`assigned_to` text,
	`note` text DEFAULT '' NOT NULL,
	`note_by` text,
	`fields_fingerprint` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`spiked_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`assigned_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`note_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stories_address` ON `stories` (`section_id`,`slug`) WHERE spiked_at is null and slug <> '';--> statement-breakpoint
CREATE INDEX `stories_created` ON `stories` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `story_bylines` (
	`story_id` text NOT NULL,
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`story_id`, `person_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `story_bylines_person` ON `story_bylines` (`person_id`);--> statement-breakpoint
CREATE TABLE `story_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`story_id` text NOT NULL,
	`update` blob NOT NULL,
	`by` text,
	`process` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `story_log_story` ON `story_log` (`story_id`,`seq`);--> statement-breakpoint
CREATE TABLE `story_projections` (
	`story_id` text PRIMARY KEY NOT NULL,
	`headline` text NOT NULL,
	`folded` text NOT NULL,
	`words` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`edited_at` integer NOT NULL,
	`edited_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `story_projections_edited` ON `story_projections` (`edited_at`,`story_id`);--> statement-breakpoint
CREATE TABLE `story_topics` (
	`story_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`story_id`, `topic_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `story_topics_topic` ON `story_topics` (`topic_id`);--> statement-breakpoint
CREATE TABLE `topic_aliases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic_id` text NOT NULL,
	`alias` text NOT NULL,
	`folded` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_aliases_folded` ON `topic_aliases` (`folded`);--> statement-breakpoint
CREATE INDEX `topic_aliases_topic` ON `topic_aliases` (`topic_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`merged_into` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`merged_into`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_slug` ON `topics` (`slug`);--> statement-breakpoint
CREATE INDEX `topics_name` ON `topics` (`name`,`id`);