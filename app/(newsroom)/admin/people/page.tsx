import { Plus, Search } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { Frame } from '#app/(newsroom)/frame'
import { Panel } from '#app/(newsroom)/panel'
import { needAdmin } from '#lib/auth/session'
import { countViews, narrow, type View, views } from '#lib/people/narrow'
import { listPeople } from '#lib/people/queries'
import { listSections } from '#lib/section/queries'
import { findSettings } from '#lib/settings/queries'
import { buttonClass } from '#lib/ui/button'
import { Chip } from '#lib/ui/chip'
import { Empty } from '#lib/ui/empty'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { peopleAddress } from './address'
import { InviteForm } from './invite-form'
import { PeopleKeys } from './people-keys'
import { PeopleTable } from './people-table'
import { PersonPanel } from './person-panel'
import { roleWords } from './roles'

export const metadata: Metadata = { title: 'People' }

const Asked = z.object({
  view: z.enum(views).catch('everyone'),
  q: z.string().max(100).catch(''),
  id: z.string().max(40).optional().catch(undefined),
})
const shownAtMost = 500

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: Props) {
  const actor = await needAdmin()
  const { view, q, id } = Asked.parse(await searchParams)
  const [everybody, sections, { timezone }] = await Promise.all([listPeople(actor), listSections(), findSettings()])
  const counts = countViews(everybody)
  const found = narrow(everybody, view, q)
  const shown = found.slice(0, shownAtMost)
  const names: [View, string][] = [
    ['everyone', 'Everyone'],
    ...roleWords.map(({ role, plural }): [View, string] => [role, plural]),
    ['invited', 'Invited'],
    ['disabled', 'Disabled'],
  ]
  const here = { view, q }
  return (
    <Frame
      at="people"
      title="People"
      note={`${everybody.length - counts.disabled} with a way in, ${counts.disabled} disabled`}
      acts={
        <>
          <search className="max-phone:hidden">
            <form className="relative">
              {view !== 'everyone' && <input type="hidden" name="view" value={view} />}
              <Icon of={Search} className="absolute start-2 top-[7px] text-quiet" />
              <input
                id="find"
                name="q"
                type="search"
                defaultValue={q}
                aria-label="Find a person"
                placeholder="Find a person"
                className="control w-56 rounded-control border border-line bg-sunk ps-7 pe-2"
              />
            </form>
          </search>
          <Link href={peopleAddress({ ...here, id: 'new' })} className={buttonClass('primary')}>
            <Icon of={Plus} />
            Invite <Kbd>N</Kbd>
          </Link>
        </>
      }
      foot={
        <>
          <span>Changes of roles are in the audit.</span>
          <span className="ms-auto flex items-center gap-1">
            <Kbd>J</Kbd> <Kbd>K</Kbd> move
          </span>
          <span className="flex items-center gap-1">
            <Kbd>/</Kbd> find
          </span>
        </>
      }
    >
      <PeopleKeys ids={shown.map((person) => person.id)} id={id} here={here} />
      <nav aria-label="Which people" className="flex flex-none gap-2 overflow-x-auto border-b border-line px-4 py-2">
        {names.map(([name, word]) => (
          <Chip key={name} href={peopleAddress({ view: name, q })} on={name === view}>
            {word} <b>{counts[name]}</b>
          </Chip>
        ))}
      </nav>
      <div className="flex min-h-0 flex-1">
        <div className={`min-w-0 flex-1 overflow-y-auto ${id ? 'max-wide:hidden' : ''}`}>
          <search className="phone:hidden">
            <form className="px-4 pt-3">
              <input
                name="q"
                type="search"
                defaultValue={q}
                aria-label="Find a person"
                placeholder="Find a person"
                className="control w-full rounded-control border border-line bg-sunk px-2"
              />
            </form>
          </search>
          {shown.length ? (
            <PeopleTable people={shown} id={id} here={here} timezone={timezone} />
          ) : (
            <Empty title={q ? `Nobody here is called “${q}”.` : 'Nobody here.'}>
              People of this view would appear here.
            </Empty>
          )}
          {found.length > shown.length && (
            <p className="px-4 py-3 text-muted">
              {shown.length} of {found.length} are shown. Find the others by name.
            </p>
          )}
        </div>
        {id === 'new' && (
          <Panel title="Invite a person" back={peopleAddress(here)} all="All people">
            <InviteForm sections={sections.map(({ id, name }) => ({ id, name }))} />
          </Panel>
        )}
        {id && id !== 'new' && (
          <PersonPanel actor={actor} id={id} back={peopleAddress(here)} sections={sections} timezone={timezone} />
        )}
      </div>
    </Frame>
  )
}
