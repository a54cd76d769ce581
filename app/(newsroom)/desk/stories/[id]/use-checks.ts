'use client'

import { useMemo } from 'react'

import { findProblems } from '#lib/checks/publish'
import type { StoryDocument } from '#lib/story/document/nodes'
import { readMain } from '#lib/story/main-text'
import type { FieldsHandle } from './fields/use-fields'
import { useUsed } from './library/use-used'
import type { StoryProps } from './props'
import type { Connected } from './room/use-room'
import { useSlugs } from './use-slugs'

/** The slug that readers would get now, and what must or might be mended before they get the story. */
export function useChecks(
  { slugFollows }: StoryProps,
  text: StoryDocument | null,
  fields: FieldsHandle,
  nudges: Connected['nudges'],
) {
  const { sectionId, people, main, slug: given } = fields.values
  const library = useUsed(text, main, nudges.media)
  // The server lets the slug follow a little later; readers would get it at once. One that was typed here stays.
  const typed = Object.keys(fields.states.slug ?? {}).length > 0
  const slugs = useSlugs(text !== null)
  const slug = text && slugs && slugFollows && !typed ? slugs.slugAhead(text.headline, given) : given
  const problems = useMemo(
    () =>
      text
        ? findProblems({ ...text, slug, sectionId, main: readMain(main), people: people.map(({ id }) => id), library })
        : [],
    [text, slug, sectionId, main, people, library],
  )
  return { slug, slugs, problems }
}
