/**
 * What the picker offers. No HEIC: a phone then hands over a JPEG by itself. What is taken is decided by the bytes, not by
 * their name.
 */
export const accepted =
  'image/jpeg,image/png,image/webp,image/gif,image/avif,video/mp4,video/webm,audio/mpeg,audio/mp4,audio/ogg,audio/wav'
