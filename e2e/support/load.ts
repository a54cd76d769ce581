import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

import autocannon, { type Result } from 'autocannon'

import { cpuOf } from './cpu'

export type Load = { requests: number; cpu: number; p99: number }

/**
 * Asks for one address again and again over connections that stay open.
 * @param pid whose CPU time is counted
 * @param status of the answers that are right
 * @param rate requests a second; as many as can be without
 * @returns CPU in microseconds a request, p99 in milliseconds
 */
export async function load(
  url: string,
  pid: number,
  connections: number,
  seconds: number,
  { status = 200, rate }: { status?: number; rate?: number } = {},
): Promise<Load> {
  const times: number[] = []
  const before = cpuOf(pid)
  const options = {
    ...{ url, connections, duration: seconds, headers: { 'accept-encoding': 'gzip' } },
    ...(rate && { overallRate: rate }),
  }
  let wrong = 0
  const result = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(options, (error, ended) => (error ? reject(error) : resolve(ended)))
    run.on('response', (_client, answered, _bytes, time) => {
      if (answered !== status) wrong += 1
      times.push(time)
    })
  })
  const cpu = cpuOf(pid) - before
  if (wrong || result.errors) throw new Error(`${url}: ${wrong + result.errors} were not answered well.`)
  times.sort((a, b) => a - b)
  return {
    requests: times.length,
    cpu: (cpu * 1000) / times.length,
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  }
}

/** Keeps a process to one core, where the machine can: servers on the first, the load on the second. */
export function pin(pid: number, core: number): void {
  if (availableParallelism() < 2 || process.platform !== 'linux') return
  try {
    execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' })
  } catch {
    // Without it the figures are only noisier.
  }
}
