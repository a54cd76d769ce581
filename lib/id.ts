import { customAlphabet } from 'nanoid'

/** A random public id: 12 of 36 signs, about 62 bits, so ids cannot be guessed or counted. */
export const newId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 12)
