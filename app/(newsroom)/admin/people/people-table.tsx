import Link from 'next/link'
import { StateMark } from '#app/(newsroom)/state-mark'
import type { View } from '#lib/people/narrow'
import type { Listed } from '#lib/people/queries'
import { whenIn } from '#lib/settings/time'
import { Avatar } from '#lib/ui/avatar'
import { peopleAddress } from './address'
import { nameOfRole } from './roles'

type Props = { people: Listed[]; id?: string; here: { view: View; q: string }; timezone: string }

const seen = (at: Date | null, timezone: string, now: Date) => {
  if (!at) return 'never'
  return now.getTime() - at.getTime() < 6 * 60_000 ? 'now' : whenIn(at, timezone, now)
}

export function PeopleTable({ people, id, here, timezone }: Props) {
  const now = new Date()
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="text-left text-label text-quiet max-phone:sr-only">
        <tr className="h-[30px] border-b border-line">
          <th className="ps-4 font-normal">Name</th>
          <th className="w-28 font-normal">Role</th>
          <th className="w-40 font-normal">Sections</th>
          <th className="w-28 pe-4 text-end font-normal">Last used</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr
            key={person.id}
            className={`relative h-[34px] max-phone:h-14 border-b border-line hover:bg-sunk ${person.id === id ? 'bg-accent-wash shadow-[inset_3px_0_var(--color-accent)]' : ''}`}
          >
            <td className="ps-4">
              <Link
                href={peopleAddress({ ...here, id: person.id })}
                aria-current={person.id === id ? 'true' : undefined}
                className="flex items-center gap-2 after:absolute after:inset-0"
              >
                <Avatar name={person.name} named />
                <span className="min-w-0 truncate">
                  <span className={person.state === 'disabled' ? 'text-quiet' : 'font-medium'}>{person.name}</span>{' '}
                  <span className="text-label text-quiet max-phone:block">{person.email}</span>
                </span>
              </Link>
            </td>
            <td className="max-phone:pe-4 max-phone:text-end">
              {person.state === 'in' && nameOfRole(person.role)}
              {person.state === 'invited' && <StateMark state="draft">Invited</StateMark>}
              {person.state === 'disabled' && <StateMark state="withdrawn">Disabled</StateMark>}
            </td>
            <td className="truncate text-muted max-phone:hidden">
              {person.sections === 'all' ? 'All sections' : person.sections.join(', ') || 'None'}
            </td>
            <td className="pe-4 text-end text-muted max-phone:hidden">{seen(person.seenAt, timezone, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
