'use client'

import '#app/(newsroom)/desk/stories/[id]/edit.css'
import './page.css'

import { type ReactNode, useState } from 'react'
import { NoticeLine, SaveTroubles } from '#app/(newsroom)/desk/draft/save-troubles'
import { useKept, waitsHere } from '#app/(newsroom)/desk/draft/use-kept'
import { useLibrary } from '#app/(newsroom)/desk/stories/[id]/library/library'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { useUnsaved } from '#app/(newsroom)/use-unsaved'
import type { PageContent } from '#lib/page/content'
import { mergePages } from '#lib/page/merge'
import type { PageNow } from '#lib/page/queries/page'
import { Button } from '#lib/ui/button'
import { late } from '#lib/ui/late'
import { Notice } from '#lib/ui/notice'
import { useShortcuts } from '#lib/ui/shortcuts'

import { Bar } from './bar'
import { ConflictDialog } from './conflict-dialog'
import { FieldsPart } from './fields-part'
import { HeadField } from './head-field'
import { type Asked, PageDialog } from './page-dialogs'

// An editor is made in a browser alone, and is large.
const BodyPart = late(() => import('./body-part').then((module) => module.BodyPart))

type Props = { first: PageNow; me: string; paper: Paper; unread: number; held: ReactNode }

export type PageHandle = ReturnType<typeof usePage>

function usePage(first: PageNow) {
  const { id } = first
  const kept = useKept<PageContent, PageNow>(`page:${id}`, first, {
    merge: mergePages,
    name: ({ title }) => title || 'Page without a title',
  })
  const { keeper } = kept
  return {
    ...kept,
    id,
    set: (part: Partial<PageContent>) => keeper.change({ ...keeper.get().content, ...part }, Object.keys(part).join()),
  }
}

/** Where a page of the paper's own is written: its text as readers will read it, and beside it where it stands. */
export function PageScreen({ first, me, paper, unread, held }: Props) {
  const page = usePage(first)
  const { content, conflict, keeper } = page
  const [asked, setAsked] = useState<Asked>()
  const [said, say] = useState('')
  const [note, setNote] = useState('')
  const [later, setLater] = useState<typeof conflict>()
  const { sending } = useLibrary()
  const leaving = useUnsaved(waitsHere(page) || sending > 0, page.here && sending === 0)
  useShortcuts({ 'Mod+Enter': () => (asked ? false : setAsked('publish')) })
  return (
    <div className="grid h-dvh grid-rows-[auto_auto_minmax(0,1fr)] bg-surface max-phone:h-auto max-phone:min-h-dvh">
      <Bar page={page} paper={paper} unread={unread} ask={setAsked} />
      <div>
        {held}
        <SaveTroubles kept={page} what="this page" retry={keeper.retry} onConflict={() => setLater(undefined)} />
        {note && (
          <NoticeLine>
            <Notice tone="warning" title={note}>
              <Button small onClick={() => setNote('')}>
                Close
              </Button>
            </Notice>
          </NoticeLine>
        )}
      </div>
      <div className="flex min-h-0 max-wide:flex-col max-wide:overflow-y-auto">
        <main
          id="main"
          aria-label="Page"
          className="relative min-w-0 flex-1 overflow-y-auto outline-none max-wide:flex-none max-wide:overflow-visible"
        >
          <article className="doc">
            <HeadField part="headline" label="Title" value={content.title} onChange={(title) => page.set({ title })} />
            <HeadField
              part="standfirst"
              label="Standfirst"
              placeholder="No standfirst"
              value={content.standfirst}
              onChange={(standfirst) => page.set({ standfirst })}
            />
            <BodyPart
              keeper={keeper}
              me={me}
              zone={paper.timezone}
              language={first.content.language || paper.language}
              onNote={setNote}
              onLeave={() => document.querySelector<HTMLElement>('.part-standfirst')?.focus()}
            />
          </article>
        </main>
        <FieldsPart page={page} paper={paper} />
      </div>
      <p className="sr-only" role="status">
        {said}
      </p>
      {asked && <PageDialog {...{ asked, page, paper }} onDone={say} onClose={() => setAsked(undefined)} />}
      {conflict && later !== conflict && <ConflictDialog {...{ page, conflict }} onClose={() => setLater(conflict)} />}
      {leaving}
    </div>
  )
}
