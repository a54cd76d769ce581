/**
 * What the picker offers. No HEIC: a phone then hands over a JPEG by itself. What is taken is decided by the bytes, not by
 * their name.
 */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif,image/avif'
/** Names too: systems do not know the types of all of them. */
export const recordingTypes = 'video/mp4,video/webm,audio/mpeg,audio/mp4,audio/ogg,audio/wav,.m4v,.m4a,.oga'

export const accepted = `${pictureTypes},${recordingTypes}`
