/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The edge compresses; doing it twice costs the reader's page its budget.
  compress: false,
  agentRules: false,
  // Pages are loaded when first asked for: all of them at once would double the time of a start.
  experimental: { preloadEntriesOnStart: false },
  images: { unoptimized: true },
  // Without this, metadata may be streamed late into the body, where no script would move it.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    'better-sqlite3',
    '@node-rs/argon2',
    'pg',
    'pino',
    'sharp',
    'yjs',
    'y-protocols',
    '@tiptap/y-tiptap',
    '@tiptap/core',
    '@tiptap/pm',
    '@hocuspocus/server',
  ],
}
