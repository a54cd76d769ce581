export type Probe = { path: string; method?: string; headers?: Record<string, string>; body?: string }

/** A way of asking for an address with a word that nobody should know. */
type Twist = (path: string, word: string) => Probe

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const percent = (path: string) => path.replace(/[a-z]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
const withQuery = (query: (word: string, path: string) => string): Twist => {
  return (path, word) => ({ path: `${path}?${query(word, path)}` })
}
const withHeader = (name: string, value: (path: string, word: string) => string): Twist => {
  return (path, word) => ({ path, headers: { [name]: value(path, word) } })
}
const at = (address: (path: string) => string): Twist => {
  return (path) => ({ path: address(path) })
}

/** By each of them an address can be asked for; the first is the plain way. */
export const twists: readonly Twist[] = [
  at((path) => path),
  withHeader('accept-encoding', () => 'br'),
  withHeader('accept-encoding', () => 'gzip'),
  (path) => ({ path, method: 'HEAD' }),
  (path) => ({ path, method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } }),
  // What is read from an address, and what is not.
  withQuery((word) => `q=${word}`),
  withQuery((word) => `before=${word}`),
  withQuery((word) => `page=2&q=${word}`),
  withQuery((_, path) => `path=${path}`),
  withQuery((word) => `said=comment&token=${word}`),
  withQuery((word) => `in=${word}&story=${word}`),
  withQuery((word) => `callbackUrl=/desk/stories/${word}`),
  withQuery((word) => `utm_source=${word}&${word}`),
  // Of the framework's client.
  withQuery((word) => `_rsc=${word.slice(0, 5)}`),
  withHeader('rsc', () => '1'),
  withHeader('next-router-prefetch', () => '1'),
  withHeader('next-router-segment-prefetch', () => '/_tree'),
  withHeader('next-router-state-tree', () => '%5B%22%22%5D'),
  withHeader('next-url', (path) => path),
  withHeader('x-nextjs-data', () => '1'),
  withHeader('x-matched-path', (path) => path),
  withHeader('x-invoke-path', (path) => path),
  withHeader('x-middleware-subrequest', () => 'middleware:middleware:middleware:middleware:middleware'),
  withHeader('accept', () => 'text/x-component'),
  at((path) => `${path}.rsc`),
  at((path) => `${path}.segments/_tree.segment.rsc`),
  at((path) => `/_next/data/build${path}.json`),
  at((path) => `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`),
  at((path) => `/_next/static${path}`),
  // What was known before.
  withHeader('if-none-match', () => '*'),
  withHeader('if-none-match', (_, word) => `"${word}"`),
  withHeader('if-modified-since', () => new Date().toUTCString()),
  withHeader('range', () => 'bytes=0-99'),
  // Written otherwise.
  at((path) => `${path}/`),
  at((path) => `${path}/versions`),
  at((path) => `${path}/opengraph-image`),
  at((path) => `${path}.json`),
  at((path) => `${path};x.css`),
  at(percent),
  at((path) => path.toUpperCase()),
  // As somebody who is let in, and is not.
  withHeader('cookie', (_, word) => `authjs.session-token=${word}; __prerender_bypass=${word}`),
  withHeader('authorization', (_, word) => `Bearer ${word}`),
  withHeader('referer', (path) => `http://localhost/desk${path}`),
  (path, word) => ({
    path,
    method: 'POST',
    headers: form,
    body: `token=${word}&kind=comment&block=p1&name=${word}&text=${word}`,
  }),
  (path, word) => ({
    path,
    method: 'POST',
    headers: { 'next-action': '00', 'content-type': 'text/plain' },
    body: word,
  }),
]
