import { defineConfig } from 'drizzle-kit'

// Run once for each engine: the tables are declared once, DATABASE_URL picks the dialect (package.json, "migrations").
const postgres = process.env.DATABASE_URL?.startsWith('postgres')

// `npm run migrations`: what has landed is never changed.
export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: ['./lib/*/tables.ts', './lib/story/log/tables.ts'],
  out: postgres ? './drizzle/postgres' : './drizzle/sqlite',
  casing: 'snake_case',
})
