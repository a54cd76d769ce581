'use client'

import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { TextDiff } from '#app/(newsroom)/desk/stories/[id]/revisions/text-diff'
import { Zone } from '#app/(newsroom)/desk/stories/[id]/revisions/zone'
import { languageNameOf } from '#app/(newsroom)/language-names'
import { type PageContent, textOf } from '#lib/page/content'
import { same } from '#lib/same'

type Props = {
  /** Null where there was nothing. */
  was: PageContent | null
  is: PageContent
  paper: Paper
  /** Said where they are the same. */
  none: string
}

const nothing: PageContent = { title: '', slug: '', standfirst: '', language: '', body: { type: 'doc', content: [] } }

/** What differs between two versions of a page. */
export function ChangesPart({ was, is, paper, none }: Props) {
  if (was && same(was, is)) return <p className="text-muted">{none}</p>
  const before = was ?? nothing
  const spoken = (tag: string) => languageNameOf(tag || paper.language)
  return (
    <div>
      {was && was.slug !== is.slug && (
        <p>
          Address: <del>/{was.slug}</del> <ins>/{is.slug}</ins>. The old one leads on.
        </p>
      )}
      {was && was.language !== is.language && (
        <p>
          Language: <del>{spoken(was.language)}</del> <ins>{spoken(is.language)}</ins>
        </p>
      )}
      <Zone value={paper.timezone}>
        <TextDiff was={textOf(before)} is={textOf(is)} view="inline" changesOnly head="title" />
      </Zone>
    </div>
  )
}
