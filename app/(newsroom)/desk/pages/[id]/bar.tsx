'use client'

import { ChevronLeft, History, Monitor } from 'lucide-react'
import Link from 'next/link'

import { Bell } from '#app/(newsroom)/bell'
import { SaveWord } from '#app/(newsroom)/desk/save-word'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { when } from '#app/(newsroom)/desk/stories/[id]/when'
import { StateMark } from '#app/(newsroom)/state-mark'
import { same } from '#lib/same'
import { Button, buttonClass } from '#lib/ui/button'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { Menu, MenuItem } from '#lib/ui/menu'

import type { Asked } from './page-dialogs'
import type { PageHandle } from './screen'

type Props = { page: PageHandle; paper: Paper; unread: number; ask: (asked: Asked) => void }

/** Whether it is saved stands at the start, beside the name; what readers see at the end, beside the act. */
export function Bar({ page, paper, unread, ask }: Props) {
  const { now, content } = page
  return (
    <header className="sticky top-0 z-3 flex min-h-12 items-center gap-2.5 border-b border-line bg-surface px-3 max-phone:flex-wrap max-phone:gap-1 max-phone:px-2">
      <Link href="/desk/pages" prefetch={false} aria-label="Back to pages" className={buttonClass('ghost', true)}>
        <Icon of={ChevronLeft} />
      </Link>
      <h1 className="min-w-0 truncate text-title font-semibold">
        {content.title || 'No title yet'} <span className="font-normal text-quiet">page</span>
      </h1>
      <SaveWord save={page.save} savedAt={page.savedAt} zone={paper.timezone} />
      <span className="ms-auto" />
      <Readers page={page} paper={paper} />
      <Button tone="ghost" small className="max-phone:hidden" onClick={() => ask('preview')}>
        <Icon of={Monitor} />
        <span className="max-wide:sr-only">Preview</span>
      </Button>
      <Button tone="ghost" small className="max-phone:hidden" onClick={() => ask('history')}>
        <Icon of={History} />
        <span className="max-wide:sr-only">History</span>
      </Button>
      <Menu label="More acts">
        <MenuItem onClick={() => ask('preview')}>Preview…</MenuItem>
        <MenuItem onClick={() => ask('history')}>History…</MenuItem>
        {now.live ? (
          <>
            <MenuItem onClick={() => window.open(now.live?.path, '_blank', 'noopener')}>Open readers’ page</MenuItem>
            <MenuItem onClick={() => ask('take-back')}>Take it from readers…</MenuItem>
          </>
        ) : (
          <MenuItem onClick={() => ask('remove')}>Delete…</MenuItem>
        )}
      </Menu>
      <Button tone="primary" onClick={() => ask('publish')}>
        Publish… <Kbd>Ctrl Enter</Kbd>
      </Button>
      <span className="max-phone:hidden">
        <Bell unread={unread} />
      </span>
    </header>
  )
}

/** What readers have, and whether changes wait. */
function Readers({ page, paper }: { page: PageHandle; paper: Paper }) {
  const { live, gone, readers } = page.now
  const waits = !readers || !same(readers, page.content)
  return (
    <span className="flex min-w-0 flex-wrap items-center justify-end gap-x-3 text-muted max-phone:order-last max-phone:w-full max-phone:justify-start">
      {live && (
        <span className="max-wide:hidden">
          Readers see revision {live.revision}, {when(live.at.getTime(), paper)}
        </span>
      )}
      {live ? (
        <StateMark state={waits ? 'changes' : 'as-live'}>{waits ? 'Changes wait' : 'As live'}</StateMark>
      ) : gone ? (
        <StateMark state="withdrawn">Taken from readers {when(gone.at.getTime(), paper)}</StateMark>
      ) : (
        <StateMark state="draft">Not published</StateMark>
      )}
    </span>
  )
}
