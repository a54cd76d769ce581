import type { ReactNode } from 'react'

import { messagesIn } from '#lib/messages/find'
import { findPaper, listSections } from './queries/paper'
import { today } from './today'
import { Frame } from './view/frame'

/** What a page needs to speak: the paper, its words, its clock, and the moment. */
export async function settings() {
  const paper = await findPaper()
  const on = { zone: paper.zone, language: paper.language }
  return { paper, t: messagesIn(paper.language), on, now: today(on) }
}

/** A page with the paper around it. @param current what the menu marks: `home`, a section's id, or nothing */
export async function SitePage({
  current,
  className,
  children,
}: {
  current?: string
  className?: string
  children: ReactNode
}) {
  const [{ paper, t, now }, sections] = await Promise.all([settings(), listSections()])
  return (
    <Frame paper={paper} sections={sections} t={t} now={now} current={current}>
      <main id="main" className={className}>
        {children}
      </main>
    </Frame>
  )
}
