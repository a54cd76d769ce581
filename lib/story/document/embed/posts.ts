import { type Address, fitting, type Provider } from './provider'

const xId = /^\w{1,15}\/\d{1,20}$/

/** `account/number`. Its posts are shown by its script alone, so readers get a link. */
export const x: Provider = {
  name: 'X',
  what: () => 'post',
  shape: () => 'post',
  fits: (id) => xId.test(id),
  read({ host, parts }) {
    if (host !== 'x.com' && host !== 'twitter.com') return undefined
    const [account, kind, number] = parts[0] === 'i' && parts[1] === 'web' ? ['i', ...parts.slice(2)] : parts
    return kind === 'status' || kind === 'statuses' ? fitting(xId, account, number) : undefined
  },
  link(id) {
    const [account, number] = id.split('/')
    return `https://x.com/${account}/status/${number}`
  },
}

const instagramId = /^(?:p|reel)\/[\w-]{5,64}$/

/** `p/code` or `reel/code`. */
export const instagram: Provider = {
  name: 'Instagram',
  what: (id) => (id.startsWith('reel/') ? 'video' : 'post'),
  shape: () => 'post',
  fits: (id) => instagramId.test(id),
  read({ host, parts }) {
    if (host !== 'instagram.com') return undefined
    const kind = /^(?:p|reels?|tv)$/
    const [first, second] = kind.test(parts[0] ?? '') ? parts : parts.slice(1)
    if (!first || !kind.test(first)) return undefined
    return fitting(instagramId, first.startsWith('reel') ? 'reel' : 'p', second)
  },
  link: (id) => `https://www.instagram.com/${id}/`,
  frame: (id) => `https://www.instagram.com/${id}/embed/`,
}

const facebookId =
  /^(?:(?:watch|reel|photo)\/\d{1,25}|permalink\/[\w.]{1,120}\/\d{1,25}|groups\/[\w.]{1,80}\/posts\/\d{1,25}|(?!groups\/)[\w.-]{1,80}\/(?:posts|videos)\/\w{1,120})$/
const isVideo = (id: string) => /^(?:watch|reel)\/|\/videos\//.test(id)

/** The path without what only tells its title: `page/posts/number`, `watch/number` … */
export const facebook: Provider = {
  name: 'Facebook',
  what: (id) => (isVideo(id) ? 'video' : 'post'),
  shape: (id) => (!isVideo(id) ? 'post' : id.startsWith('reel/') ? 'upright' : 'wide'),
  fits: (id) => facebookId.test(id),
  read: (address) => (address.host === 'facebook.com' ? fitting(facebookId, ...facebookParts(address)) : undefined),
  link(id) {
    const [kind, first, second] = id.split('/')
    const rest = {
      watch: `watch/?v=${first}`,
      photo: `photo/?fbid=${first}`,
      permalink: `permalink.php?story_fbid=${first}&id=${second}`,
    }[kind ?? '']
    return `https://www.facebook.com/${rest ?? id}`
  },
  frame(id) {
    const href = encodeURIComponent(facebook.link(id))
    return isVideo(id)
      ? `https://www.facebook.com/plugins/video.php?href=${href}&show_text=false`
      : `https://www.facebook.com/plugins/post.php?href=${href}&show_text=true`
  },
}

function facebookParts({ parts, query }: Address): (string | null | undefined)[] {
  const [first, second, third] = parts
  if (first === 'watch') return ['watch', query.get('v')]
  if (first === 'reel') return ['reel', second]
  if (first === 'photo' || first === 'photo.php') return ['photo', query.get('fbid')]
  if (first === 'permalink.php' || first === 'story.php') return ['permalink', query.get('story_fbid'), query.get('id')]
  if (first === 'groups' && (third === 'posts' || third === 'permalink')) return ['groups', second, 'posts', parts[3]]
  // A title may stand before the number.
  return second === 'posts' || second === 'videos' ? [first, second, parts.at(-1)] : [undefined]
}
