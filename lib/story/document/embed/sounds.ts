import { fitting, type Provider } from './provider'

const spotifyId = /^(?:track|album|playlist|artist|episode|show)\/[a-zA-Z\d]{22}$/

/** `kind/id`. */
export const spotify: Provider = {
  name: 'Spotify',
  what: () => 'sound',
  shape: (id) => (/^(?:track|episode|show)\//.test(id) ? 'strip' : 'player'),
  fits: (id) => spotifyId.test(id),
  read({ host, parts }) {
    if (host !== 'open.spotify.com') return undefined
    return fitting(spotifyId, ...parts.filter((part) => !/^(?:intl-[\w-]+|embed)$/.test(part)).slice(0, 2))
  },
  link: (id) => `https://open.spotify.com/${id}`,
  frame: (id) => `https://open.spotify.com/embed/${id}`,
}

const soundcloudId = /^[\w-]{1,64}\/(?:sets\/)?[\w-]{1,255}(?:\/s-\w{1,40})?$/
/** What is no account, and what of an account is no work. */
const pages = /^(?:charts|discover|jobs|messages|pages|people|search|settings|stations|stream|tags|upload|you)$/
const lists = /^(?:albums|comments|followers|following|likes|popular-tracks|reposts|sets|toptracks|tracks)$/

/** `account/track` or `account/sets/name`, then the key of one that is not listed. */
export const soundcloud: Provider = {
  name: 'SoundCloud',
  what: () => 'sound',
  shape: (id) => (id.includes('/sets/') ? 'player' : 'strip'),
  fits: (id) => soundcloudId.test(id),
  read({ host, parts }) {
    if (host !== 'soundcloud.com') return undefined
    const [account = '', first = ''] = parts
    const work = first === 'sets' ? parts[2] : first
    if (pages.test(account) || !work || lists.test(work)) return undefined
    return fitting(soundcloudId, ...parts.slice(0, first === 'sets' ? 4 : 3))
  },
  link: (id) => `https://soundcloud.com/${id}`,
  frame: (id) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(soundcloud.link(id))}`,
}
