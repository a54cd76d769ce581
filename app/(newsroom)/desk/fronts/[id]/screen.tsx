'use client'

import './front.css'

import { Plus } from 'lucide-react'
import { type ReactNode, useCallback, useState } from 'react'
import { waitsHere } from '#app/(newsroom)/desk/draft/use-kept'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { useUnsaved } from '#app/(newsroom)/use-unsaved'
import type { FrontNow } from '#lib/front/queries/screen'
import type { Container } from '#lib/site/front/content'
import { facts } from '#lib/site/front/kinds/facts'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Empty } from '#lib/ui/empty'
import { Icon } from '#lib/ui/icon'
import { useShortcuts } from '#lib/ui/shortcuts'

import { Bar } from './bar'
import { type Asked, BoardContext } from './board'
import { ConflictDialog } from './conflict-dialog'
import { ContainerPart } from './container'
import { FrontDialog } from './front-dialogs'
import { FrontTray, useTray } from './front-tray'
import { KeyLine } from './key-line'
import { Side } from './side'
import { Troubles } from './troubles'
import { useBoardOf } from './use-board'
import { useFront } from './use-front'

type Props = {
  first: FrontNow
  sections: { id: string; name: string; colour: string }[]
  paper: Paper
  unread: number
  held: ReactNode
}

/** Whether the window has room for the stories beside the front, as the style says. */
const hasRoom = () => window.matchMedia('(min-width: 1100px)').matches

/** Where a front is made: its containers in the order of the page, and beside them the stories that one places. */
export function FrontScreen({ first, sections, paper, unread, held }: Props) {
  const front = useFront(first)
  const [asked, setAsked] = useState<Asked>()
  const [side, setSide] = useState(false)
  const [later, setLater] = useState<typeof front.conflict>()
  const tray = useTray()
  const onSide = useCallback(() => {
    if (hasRoom()) return
    setSide(true)
  }, [])
  const { board, said, say } = useBoardOf(front, { onSide, ask: setAsked })
  const { content, keeper, conflict } = front
  const leaving = useUnsaved(waitsHere(front), front.here)
  useShortcuts({
    'Mod+Enter': () => (asked ? false : setAsked('publish')),
    'Mod+z': () => (isTyping() ? false : keeper.undo()),
    '/': () => (hasRoom() ? document.querySelector<HTMLElement>('[data-find]')?.focus() : setSide(true)),
    j: () => step(1),
    k: () => step(-1),
    Escape: () => board.hold(undefined),
  })
  const groups = groupsOf(content.containers)
  return (
    <BoardContext value={board}>
      <div className="grid h-dvh grid-rows-[auto_auto_minmax(0,1fr)_auto] bg-surface max-phone:h-auto max-phone:min-h-dvh">
        <Bar paper={paper} unread={unread} />
        <div>
          {held}
          <Troubles onConflict={() => setLater(undefined)} />
        </div>
        <div className="flex min-h-0">
          <main id="main" className="min-w-0 flex-1 overflow-y-auto outline-none" tabIndex={-1}>
            <div className="front-page">
              {content.containers.map((container, at) => (
                <ContainerPart
                  key={container.id}
                  {...{ container, at, count: content.containers.length, abreast: groups[at] ?? 1 }}
                  change={front.changes.find((one) => one.container.id === container.id)}
                />
              ))}
              <div className="col-span-12">
                {content.containers.length === 0 && (
                  <Empty title="This front has no containers.">Readers would get an empty page. Add the first.</Empty>
                )}
                <Button onClick={() => setAsked({ add: content.containers.length })}>
                  <Icon of={Plus} />
                  Add a container…
                </Button>
              </div>
            </div>
          </main>
          <aside
            aria-label="Stories"
            className="w-[360px] flex-none overflow-y-auto border-s border-line bg-canvas max-wide:hidden"
          >
            <Side {...{ sections, paper }} onUpload={tray.upload} />
          </aside>
        </div>
        <KeyLine />
      </div>
      <p className="sr-only" role="status">
        {said}
      </p>
      {side && (
        <Dialog title="Place" wide onClose={() => setSide(false)}>
          <div className="-mx-5 -my-4">
            <Side {...{ sections, paper }} onUpload={tray.upload} onDone={() => setSide(false)} />
          </div>
        </Dialog>
      )}
      {asked && <FrontDialog {...{ asked, front, sections, paper }} onDone={say} onClose={() => setAsked(undefined)} />}
      {conflict && later !== conflict && <ConflictDialog {...{ front, conflict }} onClose={() => setLater(conflict)} />}
      <FrontTray tray={tray} />
      {leaving}
    </BoardContext>
  )
}

const isTyping = () => document.activeElement?.matches('input, textarea, select') ?? false

/** To the next place, or the one before. */
function step(by: 1 | -1) {
  const all = [...document.querySelectorAll<HTMLElement>('[data-slot]')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[Math.max(0, Math.min(at + by, all.length - 1))]?.focus()
}

/** How many stand side by side with each container, itself among them. */
function groupsOf(containers: Container[]): number[] {
  const groups: Container[][] = []
  for (const container of containers) {
    const last = groups.at(-1)
    const most = facts[container.kind].abreast ?? 1
    if (last && last[0]?.kind === container.kind && last.length < most) last.push(container)
    else groups.push([container])
  }
  return groups.flatMap((group) => group.map(() => group.length))
}
