import type { ReactNode } from 'react'

import { messagesIn } from '#lib/messages/find'
import { lookTried } from './context'
import { findBreaking } from './queries/breaking'
import { findItems } from './queries/media'
import { findMenus } from './queries/menu'
import { findPaper } from './queries/paper'
import { findTheme } from './queries/theme'
import { today } from './today'
import { Frame } from './view/frame'

/** What a page needs to speak: the paper, its words, its clock, and the moment. */
export async function settings() {
  const paper = await findPaper()
  const on = { zone: paper.zone, language: paper.language }
  return { paper, t: messagesIn(paper.language), on, now: today(on) }
}

/** A page with the paper around it. @param current what the menus mark: `home`, the id of a section or of a page of the paper's own, or nothing */
export async function SitePage({
  current,
  className,
  children,
}: {
  current?: string
  className?: string
  children: ReactNode
}) {
  const [{ paper, t, now }, theme, bar] = await Promise.all([settings(), findTheme(), findBreaking()])
  const menus = await findMenus(t)
  const logos = lookTried()?.logos ?? (await findItems([theme.logo, theme.logoDark].filter(Boolean).join(' ')))
  return (
    <Frame {...{ paper, theme, logos, menus, bar, t, now, current }}>
      <main id="main" className={className}>
        {children}
      </main>
    </Frame>
  )
}
