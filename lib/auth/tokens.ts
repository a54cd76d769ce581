import { createHash, randomBytes } from 'node:crypto'

/** A secret for a cookie or a link: 256 random bits, 43 characters that an address may carry. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What is kept of a token: enough to know it again, useless to whoever reads the database. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
