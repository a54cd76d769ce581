import type { ReactNode } from 'react'

import { parseCursor } from './cursor'
import type { FrontId } from './front/content'
import { loadFront } from './front/load'
import type { Page } from './queries/lists'
import { settings } from './site-page'
import { FrontView } from './view/front'
import { Pager } from './view/pager'
import { River } from './view/river'

type Props = {
  /** The front's: `section:<id>`, `topic:<id>`. */
  id: FrontId
  /** Where the place is. */
  path: string
  page: Page
  /** The cursor of the page before. */
  before?: string
  over: 'topic' | 'section'
  /** What stands there while there is no story. */
  children?: ReactNode
}

/** All stories of a place: on its first page its front, and below that, day by day, what the front does not show. */
export async function FrontAndRiver({ id, path, page: { cards, next }, before, over, children }: Props) {
  const { t, on, now } = await settings()
  const front = parseCursor(before) || !cards.length ? undefined : await loadFront(id)
  return (
    <>
      {front && <FrontView front={front} setting={{ t, on, now }} />}
      <div className="wrap">
        <River
          cards={cards.filter((card) => !front?.shown.has(card.id))}
          seen={front?.pictures}
          now={now}
          t={t}
          on={on}
          over={over}
        />
        {cards.length === 0 && children}
        <Pager
          label={t.pages}
          back={before ? [t.newest, path] : undefined}
          next={next ? [t.older, `${path}?before=${next}`] : undefined}
        />
      </div>
    </>
  )
}
