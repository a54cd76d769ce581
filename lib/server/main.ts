import { createServer } from 'node:http'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'

import next from 'next'

import { followAudit, headWritten } from '#lib/audit/follow'
import { actorFromCookies } from '#lib/auth/cookie'
import { lives, shape } from '#lib/cli/lives'
import { makeCollab } from '#lib/collab/server'
import { config, databaseUrl } from '#lib/config'
import { db } from '#lib/db/client'
import { migrate } from '#lib/db/migrate'
import { patiently } from '#lib/db/patience'
import { makeEdge } from '#lib/edge/answer'
import type { Handler } from '#lib/edge/capture'
import { findDraftFile, mayPreview } from '#lib/front/queries/preview'
import { barDue } from '#lib/jobs/handlers/breaking'
import { draftsDue, storiesDue } from '#lib/jobs/handlers/due'
import { expireMedia, makeAhead, sweepFiles } from '#lib/jobs/handlers/media'
import { askers, makeProof } from '#lib/jobs/handlers/proof'
import { spell } from '#lib/jobs/handlers/spell'
import { planTidy, tidy } from '#lib/jobs/handlers/tidy'
import { startJobs } from '#lib/jobs/runner'
import { startTimed } from '#lib/jobs/timed'
import { log } from '#lib/log'
import { addMedia, replaceMedia } from '#lib/media/commands/add'
import { intakePrograms, mediaRenditions, mediaStore, stopRenditions, storyCards } from '#lib/media/store/open'
import { uploadsFolder } from '#lib/media/uploads/parts'
import { makeUploads } from '#lib/media/uploads/serve'
import { findPageFile, mayPreviewPage } from '#lib/page/queries/preview'
import { ensureFirstAdmin } from '#lib/people/commands/first-admin'
import { findPreviewFile, isPreview } from '#lib/preview/queries'
import { setStarter, stopStarter } from '#lib/processes/ask'
import { followLog } from '#lib/publication/head'
import { ensureShape } from '#lib/publication/shape'
import { ensureSettings } from '#lib/settings/commands'
import { mayStand } from '#lib/site/queries/standing'
import { findLogoFile, findLook } from '#lib/theme/queries'

import { quietConsole, say } from './console'
import { offerDemo } from './demo'
import { makeServer } from './http'
import { commonHeaders } from './policies'
import { restContexts, untilEnded } from './rest-contexts'
import { closeAll } from './stop'
import { makeWorker, readBuild } from './worker'

const dev = process.argv.includes('--dev')

// V8 lets the heap of a server that makes many pages double before it cleans up: a hundred megabytes for 3 % of the time.
setFlagsFromString('--heap-growing-percent=30')

/** Everything in order; whatever stops the start is one line. */
async function start() {
  const settings = config()
  process.env.AUTH_URL = settings.baseUrl
  process.env.__NEXT_PRIVATE_ORIGIN = ownOrigin(settings)
  if (!dev) {
    quietConsole()
    restContexts()
  }
  const build = dev ? undefined : readBuild(process.cwd())
  // Pages say of which build they are.
  process.env.STET_BUILD = build ?? ''
  const decoy = createServer()
  const app = next({
    dev,
    dir: process.cwd(),
    httpServer: decoy,
    port: settings.port,
    hostname: settings.host,
    quiet: true,
  })
  const [applied] = await Promise.all([migrate(databaseUrl()), app.prepare()])
  if (applied) say(`Database brought up to date (${applied} ${applied === 1 ? 'step' : 'steps'})`)
  await followAudit()
  if (await patiently(() => ensureShape(lives, shape))) say('What readers see was made anew from the publication log')
  await patiently(() => ensureSettings())
  const welcome = await patiently(() => ensureFirstAdmin(settings))
  await offerDemo(process.argv)
  const handler = inContext(app.getRequestHandler())
  followLog()
  setStarter(join(process.cwd(), '.build', 'starter.mjs'))
  const collab = makeCollab()
  const server = makeServer({
    ...settings,
    dev,
    decoy,
    edge: makeEdge({
      next: handler,
      mayStand,
      mayOpen: isPreview,
      drafts: {
        fronts: { mayLook: mayPreview, findFile: findDraftFile },
        pages: { mayLook: mayPreviewPage, findFile: findPageFile },
      },
      looks: { find: findLook, findFile: findLogoFile },
      media: { store: mediaStore, renditions: mediaRenditions, cards: storyCards, findPrivate: findPreviewFile },
      baseUrl: settings.baseUrl,
      dev,
      common: commonHeaders,
      ...settings.cache,
    }),
    collab: collab.upgrade,
    worker: build === undefined ? undefined : makeWorker(process.cwd(), build),
    next: handler,
    uploads: makeUploads({
      folder: uploadsFolder(),
      finish: async (actor, { id, path, name, replaces }) => {
        const tools = { store: mediaStore(), programs: intakePrograms() }
        if (replaces) await replaceMedia(actor, replaces.id, replaces.seen, id, { path, name }, tools)
        else await addMedia(actor, id, { path, name }, tools)
        return { media: replaces?.id ?? id }
      },
    }),
    isSignedIn: async (cookies) => Boolean(await actorFromCookies(cookies)),
  })
  // A proxy that keeps connections longer than we do would send into closed ones.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(settings.port, settings.host, resolve)
  })
  say(`Stet is at ${settings.baseUrl}`)
  collab.resume().catch((error) => log.error({ err: error }, 'untidy stories were not looked for'))
  if (welcome) say(`Set up the newsroom, once, at ${settings.baseUrl}${welcome}`)

  planTidy().catch((error) => log.error({ err: error }, 'the daily tidying was not planned'))
  const jobs = startJobs({
    ...{ tidy, spell, proof: makeProof(askers(settings)) },
    ...{
      'sweep-file': sweepFiles(mediaStore),
      'make-renditions': makeAhead(mediaRenditions),
      'expire-media': expireMedia,
    },
  })
  // Stories first: a front of the same hour may show them.
  const timed = startTimed(async (now) => (await storiesDue(now)) || (await draftsDue(now)) || barDue(now))

  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    const closed = await closeAll(server, [
      { name: 'rooms', close: collab.closeRooms },
      { name: 'what is timed', close: timed.stop },
      { name: 'jobs', close: jobs.stop },
      { name: 'pictures', close: async () => stopRenditions() },
      { name: 'what reads files', close: async () => stopStarter() },
      { name: 'next', close: () => app.close() },
      { name: 'audit', close: headWritten },
      { name: 'database', close: () => db.close() },
    ])
    if (!closed) log.warn('stopped before all was closed')
    process.exit(closed ? 0 : 1)
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
}

/** A page is written, and may read more, after Next's own function has ended. */
function inContext(handler: Handler): Handler {
  return (req, res) => {
    const answered = handler(req, res)
    // Settles, too, for a response that was closed before.
    const ended = finished(res).catch(() => {})
    void untilEnded([answered.then(() => ended)])
    return answered
  }
}

/**
 * Where Next gets the page that an action redirects to: straight from this process, and on one machine by the name that
 * the session's cookie is for. By the other name it would be sent on, and lose the cookie on the way.
 */
function ownOrigin({ baseUrl, host, port }: ReturnType<typeof config>): string {
  const { hostname } = new URL(baseUrl)
  const name = ['localhost', '127.0.0.1'].includes(hostname) ? hostname : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function explain(error: unknown): string {
  const code = (error as { code?: string }).code
  if (code === 'EADDRINUSE')
    return `PORT ${config().port} is taken on ${config().host}: stop what is there, or give another PORT.`
  if (code === 'EACCES') return `PORT ${config().port} may not be used by this user: give one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${config().host} is not an address of this machine.`
  return error instanceof Error ? error.message : String(error)
}

// One request's forgotten promise must not end everybody's work; a broken state must.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was forgotten'))
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'ended by a fault')
  process.exit(1)
})

start().catch((error) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
