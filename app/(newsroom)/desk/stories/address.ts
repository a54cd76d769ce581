import type { Show } from '#lib/story/queries/shown'

/** Which stories a list shows: ids of section, writer and topic, words of the headline. */
export type Here = { show: Show; section?: string; writer?: string; topic?: string; q?: string }

/**
 * The story list's address.
 * @param after the place to go on after, as `listStories` gives it
 */
export function storiesAddress({ show, ...narrowed }: Here, after?: string): string {
  const given = Object.entries({ show: show === 'all' ? '' : show, ...narrowed, after })
  const asked = new URLSearchParams(given.filter((pair): pair is [string, string] => Boolean(pair[1])))
  return asked.size ? `/desk/stories?${asked}` : '/desk/stories'
}
