import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { z } from 'zod'

const origin = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}
const isZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

const isAddress = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
}

const port = 'is not a port: give a whole number from 1 to 65535.'
const megabytes = 'is not a size: give whole megabytes from 8 to 65536.'
const seconds = 'is not a time: give whole seconds from 0 to 3600.'
const Environment = z.object({
  PORT: z.coerce.number(port).int(port).min(1, port).max(65535, port).default(3000),
  HOST: z.string().default('127.0.0.1'),
  STET_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/./,
      'is not understood: leave it out for SQLite, or give postgres://user:password@host/database.',
    )
    .optional(),
  BASE_URL: z
    .string()
    .refine(origin, 'is not an address: give what readers type, like https://paper.example, without a path.')
    .optional(),
  AUTH_SECRET: z
    .string()
    .min(32, 'is too short: give at least 32 random characters, or leave it out and one is made and kept in STET_DATA.')
    .optional(),
  STET_TIMEZONE: z.string().refine(isZone, 'is not a time zone: give one like Europe/Paris.').optional(),
  STET_ADMIN_EMAIL: z.email('is not an e-mail address: give one like editor@paper.example.').optional(),
  STET_ADMIN_PASSWORD: z.string().min(12, 'is too short: give at least 12 characters.').optional(),
  STET_TRUSTED_PROXY: z
    .string()
    .refine((list) => list.split(',').every((one) => z.union([z.ipv4(), z.ipv6()]).safeParse(one.trim()).success), {
      error: 'is not a list of addresses: give those of your proxies, like 10.0.0.5, 10.0.0.6.',
    })
    .optional(),
  STET_CACHE_MB: z.coerce.number(megabytes).int(megabytes).min(8, megabytes).max(65_536, megabytes).default(64),
  STET_CDN_SECONDS: z.coerce.number(seconds).int(seconds).min(0, seconds).max(3600, seconds).default(0),
  STET_CACHE_HEADER: z.enum(['0', '1'], 'is not a switch: give 1, or leave it out.').optional(),
  S3_ENDPOINT: z
    .string()
    .refine(isAddress, 'is not an address: give where the service is, like https://s3.eu-west-1.amazonaws.com.')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is not the name of a bucket: give one like paper-media.')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'is not a region: give one like eu-west-1.')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*$/, 'is not a folder: give one like paper or media/paper, without a slash at the end.')
    .optional(),
  STET_LOG: z.enum(logLevels, `is not a level: give one of ${logLevels.join(', ')}.`).optional(),
})

export type Config = ReturnType<typeof readConfig>

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 * @throws an error whose message is one line: the variable and the cure
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  const [issue] = parsed.error?.issues ?? []
  if (!parsed.data) throw new Error(`${issue?.path.join('.')} ${issue?.message}`)
  const set = parsed.data
  if (Boolean(set.STET_ADMIN_EMAIL) !== Boolean(set.STET_ADMIN_PASSWORD))
    throw new Error('STET_ADMIN_EMAIL and STET_ADMIN_PASSWORD go together: give both, or neither.')
  const s3 = readS3(set)
  return {
    port: set.PORT,
    host: set.HOST,
    /** The data folder, absolute. */
    data: resolve(/* turbopackIgnore: true */ set.STET_DATA),
    database: set.DATABASE_URL,
    /** Where readers find the paper, without a slash at the end. */
    baseUrl: new URL(set.BASE_URL ?? `http://localhost:${set.PORT}`).origin,
    authSecret: set.AUTH_SECRET,
    /** The zone of a new newsroom; later the settings say. */
    timezone: set.STET_TIMEZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    firstAdmin:
      set.STET_ADMIN_EMAIL && set.STET_ADMIN_PASSWORD
        ? { email: set.STET_ADMIN_EMAIL, password: set.STET_ADMIN_PASSWORD }
        : undefined,
    /** How readers' pages are kept. */
    cache: {
      /** Bytes that finished pages may take in memory. */
      bytes: set.STET_CACHE_MB * 1_048_576,
      /** Seconds for which a CDN need not ask whether a page still stands. */
      shared: set.STET_CDN_SECONDS,
      /** Says on each answer whether it was kept. */
      says: set.STET_CACHE_HEADER === '1',
    },
    /** Where media lie; undefined: in the data folder. */
    s3,
    /** Addresses whose X-Forwarded-For is believed. */
    trustedProxies: set.STET_TRUSTED_PROXY?.split(',').map((address) => address.trim()) ?? [],
  }
}

function readS3(set: z.infer<typeof Environment>) {
  const needed = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  const given = [...needed, 'S3_PREFIX' as const].filter((name) => set[name] !== undefined)
  const missing = needed.find((name) => set[name] === undefined)
  if (given.length === 0) return undefined
  if (missing) throw new Error(`${missing} goes together with ${given[0]}: give all of ${needed.join(', ')}, or none.`)
  const [endpoint = '', bucket = '', region = '', accessKeyId = '', secretAccessKey = ''] = needed.map(
    (name) => set[name],
  )
  return {
    /** Without a slash at the end. */
    endpoint: endpoint.replace(/\/+$/, ''),
    bucket,
    region,
    accessKeyId,
    secretAccessKey,
    /** A folder in the bucket, without slashes around it; empty: the bucket itself. */
    prefix: set.S3_PREFIX ?? '',
  }
}

let read: Config | undefined

/** The settings of this process, read and checked at first use. */
export function config(): Config {
  read ??= readConfig(process.env)
  return read
}

/** The `postgres://` address, or the path of the SQLite file. */
export const databaseUrl = () => config().database ?? join(config().data, 'stet.db')

/**
 * A key for one purpose, 32 bytes, derived from the secret in the data folder (`secret`, made when absent).
 * Processes that share a database must share that file.
 */
export function dataKey(purpose: string): Buffer {
  secret ??= keptSecret(config().data)
  const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `stet ${purpose}`, 32))
  keys.set(purpose, key)
  return key
}
let secret: Buffer | undefined
const keys = new Map<string, Buffer>()

/** What session cookies are sealed with: AUTH_SECRET, or a key of the data folder. */
export const authSecret = () => config().authSecret ?? dataKey('auth').toString('base64url')

/** The secret of a data folder. Whole before it has its name, so processes that start together agree on one. */
export function keptSecret(folder: string): Buffer {
  const file = join(/* turbopackIgnore: true */ folder, 'secret')
  const own = `${file}.${process.pid}`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return decode(file)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  writeFileSync(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(own, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(own)
  }
  return decode(file)
}

function decode(file: string): Buffer {
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (bytes.length < 32) throw new Error(`${file} is damaged: put back the one of your backup.`)
  return bytes
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
