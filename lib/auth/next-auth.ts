import NextAuth, { CredentialsSignin } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'

import { authSecret, config } from '#lib/config'
import { isRefusal, Refusal } from '#lib/errors'
import { log } from '#lib/log'

import { endSessionOfToken } from './commands/sessions'
import { signIn } from './commands/sign-in'
import { cookieName, type Sealed } from './cookie'
import { fromOf } from './from'
import { absoluteMs } from './limits'

const Given = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(1000) })

/** next-auth passes on errors of its own family only. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super()
    this.code = refusal.reason
  }
}

/**
 * next-auth with credentials. Its JWT carries only our session's token; what counts is the row, checked on every request.
 * A function, so that nothing is read when the module is loaded.
 */
export const {
  handlers,
  signIn: openBrowser,
  signOut: closeBrowser,
} = NextAuth(() => ({
  secret: authSecret(),
  trustHost: true,
  pages: { signIn: '/sign-in', error: '/sign-in' },
  session: { strategy: 'jwt', maxAge: absoluteMs / 1000 },
  cookies: {
    sessionToken: {
      name: cookieName(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: config().baseUrl.startsWith('https:') },
    },
  },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const given = Given.safeParse(credentials)
        if (!given.success)
          throw new SignInRefused(new Refusal('invalid', 'Give your e-mail address and your password.'))
        try {
          return { id: await signIn(given.data, fromOf(request.headers)) }
        } catch (error) {
          throw isRefusal(error) ? new SignInRefused(error) : error
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user?.id ? { token: user.id } : { token: (token as Sealed).token }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut(message) {
      const sealed = 'token' in message ? (message.token as Sealed | null) : null
      if (sealed?.token) await endSessionOfToken(sealed.token)
    },
  },
  logger: {
    error(error) {
      // A wrong password is no fault of ours; a forged cookie is nobody's.
      if (!['CredentialsSignin', 'JWTSessionError'].includes((error as { type?: string }).type ?? ''))
        log.error({ err: error }, 'sign-in')
    },
    warn() {},
    debug() {},
  },
}))
