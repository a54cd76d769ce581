import type { Messages } from '#lib/messages/find'

/** Where a story is passed on to, by name, and the addresses that take it there. @param url the story's own, whole */
export function shareLinks(url: string, headline: string, t: Pick<Messages, 'email'>): [name: string, href: string][] {
  const [at, title, both] = [url, headline, `${headline} ${url}`].map(encodeURIComponent)
  return [
    [t.email, `mailto:?subject=${title}&body=${both}`],
    ['WhatsApp', `https://wa.me/?text=${both}`],
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${at}`],
    ['Bluesky', `https://bsky.app/intent/compose?text=${both}`],
  ]
}
