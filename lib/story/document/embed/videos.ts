import { fitting, type Provider } from './provider'

const youtubeId = /^[\w-]{11}(?:@\d{1,5})?$/

/** `id` or `id@seconds`. */
export const youtube: Provider = {
  name: 'YouTube',
  what: () => 'video',
  shape: () => 'wide',
  fits: (id) => youtubeId.test(id),
  read({ host, parts: [first = '', second], query }) {
    const short = host === 'youtu.be'
    if (!short && !/^(?:music\.)?youtube(?:-nocookie)?\.com$/.test(host)) return undefined
    const isNamed = /^(?:embed|shorts|live|v)$/.test(first)
    const video = short ? first : isNamed ? second : first === 'watch' ? query.get('v') : undefined
    const seconds = secondsOf(query.get('t') ?? query.get('start') ?? '')
    return fitting(youtubeId, video && seconds ? `${video}@${seconds}` : video)
  },
  link(id) {
    const [video, seconds] = id.split('@')
    return `https://www.youtube.com/watch?v=${video}${seconds ? `&t=${seconds}` : ''}`
  },
  frame(id) {
    const [video, seconds] = id.split('@')
    return `https://www.youtube-nocookie.com/embed/${video}${seconds ? `?start=${seconds}` : ''}`
  },
}

/** `90`, `90s`, `1m30s`, `1h2m3s`. */
function secondsOf(text: string): number {
  const [whole, hours, minutes, seconds] = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(text) ?? []
  return whole ? Math.min(99_999, Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) : 0
}

const vimeoId = /^\d{1,12}(?:\/[\da-f]{6,20})?$/

/** `number`, or `number/key` for one that is not listed. */
export const vimeo: Provider = {
  name: 'Vimeo',
  what: () => 'video',
  shape: () => 'wide',
  fits: (id) => vimeoId.test(id),
  read({ host, parts, query }) {
    if (host !== 'vimeo.com' && host !== 'player.vimeo.com') return undefined
    const at = parts.findIndex((part, i) => /^\d+$/.test(part) && !/^(?:album|showcase)$/.test(parts[i - 1] ?? ''))
    const named = /^(?:(?:video|channels\/[\w-]+|groups\/[\w-]+\/videos|(?:album|showcase)\/\d+\/video)\/)?$/
    if (
      at < 0 ||
      !named.test(
        parts
          .slice(0, at)
          .map((part) => `${part}/`)
          .join(''),
      )
    )
      return undefined
    const key = query.get('h') ?? parts[at + 1]
    return key ? fitting(vimeoId, parts[at], key) : fitting(vimeoId, parts[at])
  },
  link: (id) => `https://vimeo.com/${id}`,
  frame(id) {
    const [video, key] = id.split('/')
    return `https://player.vimeo.com/video/${video}?${key ? `h=${key}&` : ''}dnt=1`
  },
}

const tiktokId = /^[\w.]{1,32}\/\d{1,20}$/

/** `account/number`. */
export const tiktok: Provider = {
  name: 'TikTok',
  what: () => 'video',
  shape: () => 'upright',
  fits: (id) => tiktokId.test(id),
  read({ host, parts: [account = '', kind, number] }) {
    if (host !== 'tiktok.com' || !account.startsWith('@') || kind !== 'video') return undefined
    return fitting(tiktokId, account.slice(1), number)
  },
  link(id) {
    const [account, number] = id.split('/')
    return `https://www.tiktok.com/@${account}/video/${number}`
  },
  frame: (id) => `https://www.tiktok.com/player/v1/${id.split('/')[1]}`,
}
