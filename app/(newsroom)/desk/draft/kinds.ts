import { z } from 'zod'

import type { Actor } from '#lib/auth/actor'
import { commandsOf } from '#lib/draft/commands/kinds'
import type { DraftCommands } from '#lib/draft/commands/of-noun'
import type { SavedDraft } from '#lib/draft/commands/save'
import type { DraftKind } from '#lib/draft/ref'
import { takeBackFront } from '#lib/front/commands/take-back'
import { findFrontVersion } from '#lib/front/queries/history'
import { findFrontNow } from '#lib/front/queries/screen'
import { takeMenuBack } from '#lib/menu/commands/take-back'
import { MenuForm } from '#lib/menu/form'
import { findMenu, findMenuContent } from '#lib/menu/queries'
import { takePageBack } from '#lib/page/commands/take-back'
import { PageForm } from '#lib/page/form'
import { findPage, findPageContent } from '#lib/page/queries/page'
import { FrontForm } from '#lib/site/front/form'

type Kind = {
  /** @param seen `{ version, content }` from which the work began; both are checked here */
  save: (actor: Actor, id: string, seen: unknown, content: unknown) => Promise<SavedDraft<unknown>>
  /** All that its screen shows. */
  find: (actor: Actor, id: string) => Promise<unknown>
  /** What a revision says, as its history shows it. */
  read: (actor: Actor, id: string, number: number) => Promise<unknown>
  takeBack: (actor: Actor, id: string, seen: number, note: string) => Promise<number>
}

/** What screens ask of fronts, pages and menus that differs between them. */
export const kinds: Record<DraftKind, Kind> = {
  front: {
    save: saver(FrontForm, commandsOf.front),
    find: findFrontNow,
    read: findFrontVersion,
    takeBack: (actor, id, seen) => takeBackFront(actor, id, seen),
  },
  page: {
    save: saver(PageForm, commandsOf.page),
    find: findPage,
    read: findPageContent,
    takeBack: (actor, id, seen, note) => takePageBack(actor, id, note, seen),
  },
  menu: {
    save: saver(MenuForm, commandsOf.menu),
    find: findMenu,
    read: findMenuContent,
    takeBack: (actor, id, seen) => takeMenuBack(actor, id, seen),
  },
}

function saver<Content>(form: z.ZodType<Content>, { save }: DraftCommands<Content>): Kind['save'] {
  const seenForm = z.strictObject({ version: z.number().int().min(0), content: form })
  return (actor, id, seen, content) => save(actor, id, seenForm.parse(seen), form.parse(content))
}
