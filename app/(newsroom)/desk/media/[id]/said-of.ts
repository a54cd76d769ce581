import type { MediaOnScreen } from '#lib/media/queries/find'
import { localIn } from '#lib/settings/local-time'

/** What is said of it as a form has it: keywords with commas between, its end by the newsroom's clock and in milliseconds. */
export function saidOf(media: MediaOnScreen, timezone: string) {
  const { name, alt, decorative, caption, credit, source, rights, licenceUrl, expiresAt, onExpiry, notes, dateline } =
    media
  return {
    ...{ name, alt, decorative, caption, credit, source, rights, licenceUrl, expiresAt, onExpiry, notes, dateline },
    until: expiresAt ? { local: localIn(expiresAt, timezone), at: expiresAt.getTime() } : undefined,
    keywords: media.keywords.join(', '),
  }
}

export type Said = ReturnType<typeof saidOf>
