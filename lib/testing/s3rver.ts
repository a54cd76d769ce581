import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import type { S3Settings } from '#lib/media/store/s3-request'

const program = `
  const S3rver = require('s3rver')
  const [directory, bucket] = process.argv.slice(1)
  new S3rver({ directory, address: '127.0.0.1', port: 0, silent: true, vhostBuckets: false,
    configureBuckets: [{ name: bucket }] }).run().then(({ port }) => console.log(port))`

/** The package s3rver in a process of its own. It checks no signatures, and writes lists by a cipher of older days. */
export async function startS3rver() {
  const directory = mkdtempSync(join(tmpdir(), 'stet-s3rver-'))
  const child = spawn(process.execPath, ['--openssl-legacy-provider', '-e', program, directory, 'paper-media'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'paper-media',
    region: 'eu-test-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    prefix: '',
  }
  const close = async () => {
    child.kill()
    await once(child, 'exit')
    rmSync(directory, { recursive: true, force: true })
  }
  return { settings, close }
}
