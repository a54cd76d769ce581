ALTER TABLE `live_stories` ADD `kicker` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `live_stories` ADD `layout` text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE `live_stories` ADD `sponsor` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `live_stories` ADD `machine` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `live_stories` ADD `related` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `live_stories` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `live_stories` ADD `original` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `live_stories_original` ON `live_stories` (`original`) WHERE original <> '';--> statement-breakpoint
ALTER TABLE `stories` ADD `kicker` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `layout` text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `sponsor` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `machine` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `related` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `stories` ADD `original` text DEFAULT '' NOT NULL;