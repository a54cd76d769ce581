import { frontCommands } from '#lib/front/commands/draft'
import { menuCommands } from '#lib/menu/commands/draft'
import { pageCommands } from '#lib/page/commands/draft'

/** What can be done with drafts of each kind. */
export const commandsOf = { front: frontCommands, page: pageCommands, menu: menuCommands }
