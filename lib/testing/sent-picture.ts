/** A file that somebody could send, under a name with the ending that it pretends to. */
export type SentPicture = { name: string; bytes(): Buffer | Promise<Buffer> }

/** One that is not taken, with words of the message. */
export type RefusedPicture = SentPicture & { refused: ['invalid' | 'too-large', RegExp] }

/** One that is odd, and taken; its colour is what most of it has. */
export type OddPicture = SentPicture & {
  picture: {
    width: number
    height: number
    format: 'jpeg' | 'webp'
    colour?: [red: number, green: number, blue: number]
  }
}

/** What must be nowhere in what is made of a file that holds it. */
export const markup = '<script>alert(1)</script>'
