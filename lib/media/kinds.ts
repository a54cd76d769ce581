export const mediaKinds = ['picture', 'video', 'audio'] as const
export type MediaKind = (typeof mediaKinds)[number]

export const kindWords: Record<MediaKind, string> = { picture: 'Picture', video: 'Video', audio: 'Audio' }
