const recordings = /\.(mp4|m4v|mov|webm|mp3|m4a|ogg|oga|wav)$/i
const pictures = /\.(jpe?g|png|webp|gif|avif|hei[cf]|tiff?|svg)$/i

/** Whether a file is for the library; whether the library takes it, the library says. */
export const isMediaFile = ({ name, type }: { name: string; type: string }): boolean =>
  /^(image|audio|video)\//.test(type) || pictures.test(name) || recordings.test(name)
