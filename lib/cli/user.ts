import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

import { operator } from '#lib/auth/actor'
import { findPasswordFault, hashPassword } from '#lib/auth/passwords'
import { config } from '#lib/config'
import { db } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'
import { insertPerson } from '#lib/people/commands/insert'
import { addPerson, disablePerson, resetLink } from '#lib/people/commands/people'
import { NewPerson } from '#lib/people/content'
import { foldEmail } from '#lib/people/email'
import { listPeople } from '#lib/people/queries'
import { listSections } from '#lib/section/queries'

import { type Group, Usage } from './group'

const options = {
  role: { type: 'string', default: 'writer' },
  name: { type: 'string' },
  sections: { type: 'string', default: '' },
  'password-stdin': { type: 'boolean', default: false },
} as const

export const userGroup: Group = {
  help: [
    'user add <e-mail> --name <name> [--role contributor|writer|editor|admin] [--sections all|<slug>,<slug>]',
    '          adds a person and prints the link of the invitation; --password-stdin reads a password instead',
    'user list',
    'user disable <e-mail>',
    'user reset <e-mail>   prints a link to set a new password',
  ],
  async run(args) {
    const { values, positionals } = parse(args)
    const [verb = '', email = ''] = positionals
    if (verb === 'list') return list()
    if (!email || positionals.length > 2) throw new Usage()
    if (verb === 'add') return add(email, values)
    if (verb === 'disable') {
      await disablePerson(operator, await idOf(email))
      return [`${email} is disabled: signed out everywhere, and cannot sign in.`]
    }
    if (verb === 'reset') return [linkOf(await resetLink(operator, await idOf(email)))]
    throw new Usage()
  },
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    throw new Usage()
  }
}

type Values = ReturnType<typeof parse>['values']

async function add(email: string, { name, role, sections, 'password-stdin': given }: Values) {
  const wanted = NewPerson.safeParse({ email, name, role, sections: await sectionIds(sections) })
  if (!wanted.success) throw new Refusal('invalid', wanted.error.issues.map((issue) => issue.message).join(' '))
  const person = wanted.data
  if (!given) return [linkOf((await addPerson(operator, person)).token)]
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const fault = findPasswordFault(password, [person.name, person.email])
  if (fault) throw new Refusal('invalid', fault)
  const passwordHash = await hashPassword(password)
  await db.write((tx) => insertPerson(tx, { ...person, passwordHash }, operator.id, new Date()))
  return [`${person.name} is added.`]
}

async function list() {
  const people = await listPeople(operator)
  return people.map(({ email, name, role, state, sections }) =>
    [email, name, role, sections === 'all' ? 'all sections' : sections.join(', '), state === 'in' ? '' : state].join(
      '\t',
    ),
  )
}

async function idOf(email: string): Promise<string> {
  const person = (await listPeople(operator)).find((one) => one.email === foldEmail(email))
  if (!person) throw notFound(email)
  return person.id
}

async function sectionIds(slugs: string): Promise<'all' | string[]> {
  if (slugs === 'all') return 'all'
  const sections = await listSections()
  return slugs
    .split(',')
    .filter(Boolean)
    .map((slug) => sections.find((section) => section.slug === slug)?.id ?? missing(slug))
}

const missing = (slug: string): never => {
  throw notFound(`The section “${slug}”`)
}

const linkOf = (token: string) => `${config().baseUrl}/set-password/${token}`
