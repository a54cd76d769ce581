/** Samples of a picture's pixels. */
const samples = 50_000

/**
 * Whether a picture is drawn rather than photographed: most of its pixels are exactly like the one beside them, which
 * noise and texture never are. A limit on colours would count the soft edges of letters.
 * @param pixels row by row, `channels` bytes each
 */
export function isGraphic(pixels: Uint8Array, channels: number): boolean {
  const count = Math.floor(pixels.length / channels) - 1
  const step = Math.max(1, Math.floor(count / samples))
  let alike = 0
  let seen = 0
  for (let pixel = 0; pixel < count; pixel += step) {
    seen += 1
    let channel = 0
    while (channel < channels && pixels[pixel * channels + channel] === pixels[(pixel + 1) * channels + channel])
      channel += 1
    if (channel === channels) alike += 1
  }
  return seen > 0 && alike / seen > 0.6
}

/** Whether a picture with an alpha channel, its last, shows what is behind it anywhere. */
export function isSeeThrough(pixels: Uint8Array, channels: number): boolean {
  if (channels % 2 === 1) return false
  for (let at = channels - 1; at < pixels.length; at += channels) if (pixels[at] !== 255) return true
  return false
}
