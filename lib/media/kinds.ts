export const mediaKinds = ['picture', 'video', 'audio'] as const
export type MediaKind = (typeof mediaKinds)[number]

export const kindWords: Record<MediaKind, string> = { picture: 'Picture', video: 'Video', audio: 'Audio' }

/** What a film or sound is called where something is said of it. */
export const clipWord = (kind: MediaKind | undefined) =>
  kind === 'audio' ? 'sound' : kind === 'video' ? 'film' : 'film or sound'
