import { defineConfig } from 'drizzle-kit'

// Run once for each engine: the tables are declared once, DATABASE_URL picks the dialect (package.json, "migrations").
const postgres = process.env.DATABASE_URL?.startsWith('postgres')

//
// Until the first release the tables are one migration. To make it anew after changing a tables.ts:
//
//   rm -r drizzle/sqlite drizzle/postgres
//   for url in '' postgres://generate; do
//     DATABASE_URL=$url npx drizzle-kit generate --config drizzle/config.ts --name tables
//     DATABASE_URL=$url npx drizzle-kit generate --config drizzle/config.ts --custom --name search
//   done
//   git checkout drizzle/sqlite/0001_search.sql drizzle/postgres/0001_search.sql
//
// A database made before must be deleted: it looks newer than the code. After the first release: `npm run migrations`.
export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './lib/*/tables.ts',
  out: postgres ? './drizzle/postgres' : './drizzle/sqlite',
  casing: 'snake_case',
})
