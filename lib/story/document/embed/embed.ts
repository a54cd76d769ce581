import { datawrapper, googlemaps, openstreetmap } from './charts-and-maps'
import { facebook, instagram, x } from './posts'
import { type Provider, takeApart } from './provider'
import { soundcloud, spotify } from './sounds'
import { tiktok, vimeo, youtube } from './videos'

/** All whose works a story may show; their names here are what a document keeps, and never change. */
const providers = {
  youtube,
  vimeo,
  x,
  instagram,
  tiktok,
  facebook,
  spotify,
  soundcloud,
  datawrapper,
  openstreetmap,
  googlemaps,
} satisfies Record<string, Provider>

export type ProviderKey = keyof typeof providers

/** What a document says of it. */
export type Embedded = { provider: ProviderKey; ref: string }

/** "YouTube, Vimeo, X …" */
export const providerNames = Object.values(providers).map(({ name }) => name)

export const isProvider = (key: unknown): key is ProviderKey => typeof key === 'string' && Object.hasOwn(providers, key)

/** Whether readers can be shown it: the provider is one of ours, and the id of its pattern. */
export const isEmbedded = (provider: unknown, ref: unknown) =>
  isProvider(provider) && typeof ref === 'string' && ref.length <= 300 && providers[provider].fits(ref)

/** What an address as people copy it leads to, or undefined where it is no provider's work. */
export function embedFrom(address: string): Embedded | undefined {
  const apart = takeApart(address)
  if (!apart) return undefined
  for (const [provider, { read, fits }] of Object.entries(providers) as [ProviderKey, Provider][]) {
    const ref = read(apart)
    if (ref && fits(ref)) return { provider, ref }
  }
  return undefined
}

const short =
  /^(?:vm\.tiktok\.com|vt\.tiktok\.com|fb\.watch|fb\.me|on\.soundcloud\.com|spotify\.link|t\.co|maps\.app\.goo\.gl|goo\.gl)$/

/** An address that only leads on to a provider's: what stands there is not known before it is opened. */
export const isShortened = (address: string) => short.test(takeApart(address)?.host ?? '')

/** All about one that passed `isEmbedded`. */
export function aboutEmbed({ provider, ref }: Embedded) {
  const { name, what, shape, link, frame } = providers[provider] as Provider
  return { name, what: what(ref), shape: shape(ref), link: link(ref), frame: frame?.(ref) }
}
