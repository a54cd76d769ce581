import { rowsBetween, summaryOf } from '#lib/story/document/compare'

import type { Version } from './versions'

/** `Headline; 2 blocks changed, 1 added`; '' where the text is the same. */
export function linesChanged(working: Version, version: Version): string {
  const [was, is] = [working.text, version.text]
  const lines = [
    was.headline === is.headline ? '' : 'headline',
    was.standfirst === is.standfirst ? '' : 'standfirst',
    summaryOf(rowsBetween(was.body, is.body)),
  ].filter(Boolean)
  const told = lines.join('; ')
  return told.charAt(0).toUpperCase() + told.slice(1)
}
