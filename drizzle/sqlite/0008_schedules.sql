ALTER TABLE `story_schedules` ADD `section_id` text;--> statement-breakpoint
ALTER TABLE `story_schedules` ADD `slug` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `story_schedules` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `story_schedules` ADD `retry_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `story_schedules_address` ON `story_schedules` (`section_id`,`slug`) WHERE state = 'waiting' and act = 'publish';