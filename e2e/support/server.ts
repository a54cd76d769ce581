import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { dropDatabase, newDatabase } from './databases'
import { copyDemo, type Newsroom } from './demo-paper'

export type RunningServer = Awaited<ReturnType<typeof startServer>>

/** Of every newsroom that is tested. */
export const zone = 'Europe/London'

type Options = {
  /** Settings over those of a test: SQLite in a folder of its own, demo off. */
  env?: Record<string, string>
  args?: string[]
  /** With the demo paper, a copy of what a server before it has loaded. */
  demo?: boolean
  /** Share another server's data folder and database: two processes on one newsroom. */
  beside?: Newsroom
}

/**
 * Starts the built server (`npm start` or `npm test` have built it) on a free port and waits for its health.
 * With STET_TEST_POSTGRES (a server's address) it gets a new database there, else SQLite in a new data folder.
 * The same address is kept over restarts.
 */
export async function startServer({ env = {}, args = ['--no-demo'], demo = false, beside }: Options = {}) {
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const { data, database } = beside ?? (await newNewsroom(env, demo))
  const settings: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    BASE_URL: baseUrl,
    STET_DATA: data,
    STET_TIMEZONE: zone,
    DATABASE_URL: database ?? '',
    ...env,
  }
  let logs = ''
  let child: ChildProcess

  async function start() {
    child = spawn(process.execPath, ['.build/server.mjs', ...args], { env: settings })
    child.stdout?.on('data', (text) => (logs += text))
    child.stderr?.on('data', (text) => (logs += text))
    while (!(await healthy(port))) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${logs.slice(-2000)}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode) return child.exitCode
    const exit = once(child, 'exit')
    child.kill(signal)
    return ((await exit) as [number | null])[0]
  }

  await start()
  return {
    baseUrl,
    port,
    data,
    database,
    /** Its environment: what the command line needs to work on the same newsroom. */
    settings,
    /** All that the server has printed since its first start. */
    logs: () => logs,
    pid: () => child.pid as number,
    /** As a power cut for the process: nothing is flushed. */
    kill9: () => end('SIGKILL'),
    /** In good order, and what was made for it is deleted. @returns the exit code */
    async stop() {
      const code = await end('SIGTERM')
      if (!beside) {
        rmSync(data, { recursive: true, force: true })
        if (database) await dropDatabase(database)
      }
      return code
    },
    /** Stops in good order if it runs, and starts again on the same data. */
    async restart() {
      await end('SIGTERM')
      await start()
    },
  }
}

async function newNewsroom(env: Record<string, string>, demo: boolean): Promise<Newsroom> {
  const data = mkdtempSync(join(tmpdir(), 'stet-e2e-'))
  if (!demo) return { data, database: await newDatabase() }
  const admin = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('STET_ADMIN_')))
  const load = async (beside: Newsroom) => (await startServer({ args: ['--demo'], env: admin, beside })).stop()
  return { data, database: await copyDemo(env.STET_DATA ?? data, JSON.stringify(admin), load) }
}

async function healthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok
  } catch {
    return false
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
