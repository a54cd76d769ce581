'use client'

import type { ReactNode } from 'react'

import type { Part } from '#lib/story/document/parts'

/** `script` comes with the last part: what lets one write in all of them (watch.ts). */
type Props = { part: Part; script?: string; children: ReactNode }

/**
 * A part as the server made it, until its editor is there; behind it is room for a copy that one may write in. That stands
 * there before React does, and what is in it is not React's. The desk lets no text become HTML in a browser, so only the
 * server puts the script.
 */
export function Opening({ part, script, children }: Props) {
  const Tag = part === 'body' ? 'div' : 'p'
  return (
    <>
      <Tag className={`part-${part}`} suppressHydrationWarning>
        {children}
      </Tag>
      {typeof window === 'undefined' && script ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
        <div data-ahead={part} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
      ) : (
        <div data-ahead={part} suppressHydrationWarning>
          {''}
        </div>
      )}
    </>
  )
}
