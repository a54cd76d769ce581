import { describe, expect, test } from 'vitest'

import type { Block } from '../nodes'
import { aboutEmbed, embedFrom, isEmbedded, isShortened, type ProviderKey } from './embed'
import { frameOrigins } from './frames'

const reel = 'https://www.instagram.com/reel/C1a2B3_c-d/'
const tweet = 'https://x.com/HarlCourier/status/1790012345678901234'

describe('an address as people copy it', () => {
  test.each<[string, ProviderKey, string, string?]>([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&feature=share', 'youtube', 'dQw4w9WgXcQ'],
    ['youtube.com/watch?v=dQw4w9WgXcQ&list=PL123&index=2', 'youtube', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/watch?v=a_b-c1D2E3F&t=1m30s', 'youtube', 'a_b-c1D2E3F@90'],
    ['https://youtu.be/dQw4w9WgXcQ?si=Zz0yXx_abc', 'youtube', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?t=90', 'youtube', 'dQw4w9WgXcQ@90'],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=shared', 'youtube', 'dQw4w9WgXcQ'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=12', 'youtube', 'dQw4w9WgXcQ@12'],
    ['https://music.youtube.com/watch?v=dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'vimeo', '76979871'],
    ['https://vimeo.com/76979871/8272103f6e', 'vimeo', '76979871/8272103f6e'],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', 'vimeo', '76979871/8272103f6e'],
    ['https://vimeo.com/channels/staffpicks/76979871', 'vimeo', '76979871'],
    ['https://vimeo.com/showcase/1234567/video/76979871', 'vimeo', '76979871'],
    [`${tweet}?s=20&t=abc`, 'x', 'HarlCourier/1790012345678901234'],
    ['https://twitter.com/HarlCourier/status/1790012345678901234/photo/1', 'x', 'HarlCourier/1790012345678901234'],
    ['https://mobile.twitter.com/HarlCourier/status/12', 'x', 'HarlCourier/12'],
    ['https://twitter.com/i/web/status/12', 'x', 'i/12'],
    ['https://www.instagram.com/p/C1a2B3_c-d/?igsh=abc', 'instagram', 'p/C1a2B3_c-d'],
    [reel, 'instagram', 'reel/C1a2B3_c-d'],
    ['https://www.instagram.com/harl.courier/p/C1a2B3_c-d/', 'instagram', 'p/C1a2B3_c-d'],
    ['https://www.instagram.com/reels/C1a2B3_c-d/', 'instagram', 'reel/C1a2B3_c-d'],
    [
      'https://www.tiktok.com/@harl.courier/video/7301234567890123456?lang=en',
      'tiktok',
      'harl.courier/7301234567890123456',
    ],
    ['https://www.facebook.com/HarlCourier/posts/pfbid02abcDEF', 'facebook', 'HarlCourier/posts/pfbid02abcDEF'],
    ['https://www.facebook.com/HarlCourier/posts/the-river-rose/1012345', 'facebook', 'HarlCourier/posts/1012345'],
    ['https://www.facebook.com/watch/?v=1012345', 'facebook', 'watch/1012345'],
    ['https://www.facebook.com/HarlCourier/videos/1012345/', 'facebook', 'HarlCourier/videos/1012345'],
    ['https://m.facebook.com/story.php?story_fbid=1012345&id=99', 'facebook', 'permalink/1012345/99'],
    ['https://www.facebook.com/groups/harl/permalink/1012345/', 'facebook', 'groups/harl/posts/1012345'],
    ['https://www.facebook.com/reel/1012345', 'facebook', 'reel/1012345'],
    ['https://www.facebook.com/photo/?fbid=1012345&set=a.1', 'facebook', 'photo/1012345'],
    ['https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=abc', 'spotify', 'episode/4rOoJ6Egrf8K2IrywzwOMk'],
    ['https://open.spotify.com/intl-de/track/4rOoJ6Egrf8K2IrywzwOMk', 'spotify', 'track/4rOoJ6Egrf8K2IrywzwOMk'],
    ['https://open.spotify.com/embed/show/4rOoJ6Egrf8K2IrywzwOMk', 'spotify', 'show/4rOoJ6Egrf8K2IrywzwOMk'],
    ['https://soundcloud.com/harl-band/the-weir?utm_source=clipboard', 'soundcloud', 'harl-band/the-weir'],
    ['https://soundcloud.com/harl-band/sets/river', 'soundcloud', 'harl-band/sets/river'],
    ['https://soundcloud.com/harl-band/the-weir/s-AbC123', 'soundcloud', 'harl-band/the-weir/s-AbC123'],
    ['https://datawrapper.dwcdn.net/aB3dE/12/', 'datawrapper', 'aB3dE'],
    ['https://www.datawrapper.de/_/aB3dE/?v=3', 'datawrapper', 'aB3dE'],
    ['https://www.openstreetmap.org/#map=15/51.50072/-0.12462', 'openstreetmap', '15/51.50072/-0.12462'],
    [
      'https://www.openstreetmap.org/?mlat=51.50072&mlon=-0.12462#map=15/51.5/-0.12&layers=N',
      'openstreetmap',
      '15/51.5/-0.12/51.50072/-0.12462',
    ],
    ['https://www.openstreetmap.org/way/12345#map=17/51.5/-0.12', 'openstreetmap', '17/51.5/-0.12'],
    ['https://www.google.com/maps/@51.5007292,-0.1246254,15z', 'googlemaps', '15/51.50073/-0.12463'],
    [
      'https://www.google.co.uk/maps/place/Big+Ben/@51.5007,-0.1268,17z/data=!3m1!4b1!4m6!8m2!3d51.50072!4d-0.12462?entry=ttu',
      'googlemaps',
      '17/51.5007/-0.1268/51.50072/-0.12462',
    ],
    ['https://maps.google.com/maps?q=51.5007,-0.1246', 'googlemaps', '15/51.5007/-0.1246/51.5007/-0.1246'],
    [
      'https://www.google.com/maps/embed?pb=!1m14!1m12!1m3!1d2483.5!2d-0.1246!3d51.5007!2m3',
      'googlemaps',
      '15/51.5007/-0.1246',
    ],
  ])('%s', (address, provider, ref) => {
    expect(embedFrom(address)).toEqual({ provider, ref })
    expect(isEmbedded(provider, ref)).toBe(true)
    // What readers are sent to is such an address itself, but for a place on a map that stands in a search.
    const { link } = aboutEmbed({ provider, ref })
    if (provider !== 'googlemaps') expect(embedFrom(link)).toEqual({ provider, ref })
  })
})

test.each([
  '',
  'the river rose',
  'javascript:alert(1)',
  'data:text/html,https://youtu.be/dQw4w9WgXcQ',
  'ftp://youtu.be/dQw4w9WgXcQ',
  'https://youtu.be/dQw4w9WgXcQ and more',
  'https://youtube.com.elsewhere.example/watch?v=dQw4w9WgXcQ',
  'https://elsewhere.example/youtube.com/watch?v=dQw4w9WgXcQ',
  'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
  'https://youtube.com@elsewhere.example/watch?v=dQw4w9WgXcQ',
  'https://someone:word@www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com./watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com/watch?v=dQw4w9WgXc',
  'https://www.youtube.com/watch?v=%22%3E%3Cscript%3E1',
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ%22',
  'https://www.youtube.com/@channel',
  'https://www.youtube.com/playlist?list=PL123',
  'https://vimeo.com/about',
  'https://vimeo.com/76979871/..%2f..',
  'https://vimeo.com/76979871?h="onload=',
  'https://x.com/HarlCourier',
  'https://x.com/Harl%20Courier/status/12',
  'https://x.com/HarlCourier/status/12%2F../13',
  'https://www.instagram.com/harl.courier/',
  'https://www.tiktok.com/@a/video/abc',
  'https://www.tiktok.com/@a%2Fb/video/12',
  'https://www.facebook.com/l.php?u=https://elsewhere.example',
  'https://www.facebook.com/share/p/abc/',
  'https://www.facebook.com/plugins/post.php?href=https://elsewhere.example',
  'https://open.spotify.com/user/someone',
  'https://open.spotify.com/track/4rOoJ6Egrf8K2IrywzwOM%0a',
  'https://soundcloud.com/discover/sets/new',
  'https://soundcloud.com/harl-band/likes',
  'https://soundcloud.com/harl-band',
  'https://datawrapper.dwcdn.net/aB3dEf/1/',
  'https://datawrapper.dwcdn.net/../etc',
  'https://www.openstreetmap.org/copyright',
  'https://www.openstreetmap.org/#map=15/95.5/-0.12',
  'https://www.openstreetmap.org/#map=99/51.5/-0.12',
  'https://www.openstreetmap.org/?mlat=51.5#layers=N',
  'https://www.google.com/search?q=maps',
  'https://www.google.evil.example/maps/@51.5,-0.12,15z',
  'https://www.google.com/maps/@1e9,-0.12,15z',
  `https://youtu.be/dQw4w9WgXcQ?${'x'.repeat(2000)}`,
])('nothing is made of %j', (address) => expect(embedFrom(address)).toBeUndefined())

test.each<[string, unknown]>([
  ['youtube', 'dQw4w9WgXcQ/../..'],
  ['youtube', 'dQw4w9WgXcQ\n'],
  ['youtube', '"><script>x'],
  ['vimeo', '1/<b>'],
  ['x', 'a/1?u=https://elsewhere.example'],
  ['facebook', '//elsewhere.example/posts/1'],
  ['soundcloud', 'a/b?url=https://elsewhere.example'],
  ['openstreetmap', '15/51.5/-0.12/1'],
  ['openstreetmap', '15.5/51.5/-0.12'],
  ['googlemaps', '15/51.5/-0.12&output=x'],
  ['toString', '1'],
  ['youtube', null],
])('%s %j is no work', (provider, ref) => expect(isEmbedded(provider, ref)).toBe(false))

test('a frame is the provider’s own page for it; what has none is a link', () => {
  const frame = (address: string) => aboutEmbed(embedFrom(address)!).frame
  expect(frame('https://youtu.be/dQw4w9WgXcQ?t=90')).toBe('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90')
  expect(frame('https://vimeo.com/76979871/8272103f6e')).toBe(
    'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1',
  )
  expect(frame(tweet)).toBeUndefined()
  expect(frame(reel)).toBe('https://www.instagram.com/reel/C1a2B3_c-d/embed/')
  expect(frame('https://www.tiktok.com/@a/video/12')).toBe('https://www.tiktok.com/player/v1/12')
  expect(frame('https://www.facebook.com/watch/?v=12')).toBe(
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D12&show_text=false',
  )
  expect(frame('https://soundcloud.com/a/b')).toBe(
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb',
  )
  expect(frame('https://datawrapper.dwcdn.net/aB3dE/12/')).toBe('https://datawrapper.dwcdn.net/aB3dE/')
  expect(frame('https://www.openstreetmap.org/?mlat=0&mlon=0#map=8/0/0')).toBe(
    'https://www.openstreetmap.org/export/embed.html?bbox=-1.75781%2C-1.31836%2C1.75781%2C1.31836&layer=mapnik&marker=0%2C0',
  )
  expect(frame('https://www.google.com/maps/@51.5,-0.12,15z')).toBe(
    'https://www.google.com/maps?ll=51.5%2C-0.12&z=15&output=embed',
  )
})

test('a page names the origins of its frames, each once, and none of links or of what is not to be shown', () => {
  const embed = (provider: string, ref: string) =>
    ({ type: 'embed', attrs: { id: ref, caption: '', provider, ref } }) as Block
  const content = [
    embed('vimeo', '12'),
    embed('youtube', 'dQw4w9WgXcQ'),
    embed('youtube', 'a_b-c1D2E3F'),
    embed('x', 'a/12'),
    embed('spotify', 'x'),
    embed('elsewhere', 'x'),
  ]
  expect(frameOrigins({ type: 'doc', content })).toEqual([
    'https://player.vimeo.com',
    'https://www.youtube-nocookie.com',
  ])
})

test('an address that only leads on is told from one that is nothing', () => {
  expect(isShortened('https://vm.tiktok.com/ZMabc/')).toBe(true)
  expect(isShortened('https://maps.app.goo.gl/abc')).toBe(true)
  expect(isShortened('https://elsewhere.example/')).toBe(false)
})
