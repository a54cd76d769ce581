import { headers } from 'next/headers'

/** What this page's policy asks of a script that stands in it. */
export const findNonce = async () => /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
