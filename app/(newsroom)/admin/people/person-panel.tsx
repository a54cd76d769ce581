import { found } from '#app/(newsroom)/found'
import { Panel, Part } from '#app/(newsroom)/panel'
import type { Actor } from '#lib/auth/actor'
import { findPerson } from '#lib/people/queries'
import { dayIn } from '#lib/settings/time'
import { Avatar } from '#lib/ui/avatar'
import { AccessForm } from './access-form'
import { DisablePart } from './disable-part'
import { FacePart } from './face-part'
import { ProfileForm } from './profile-form'
import { WaysIn } from './ways-in'

type Props = { actor: Actor; id: string; back: string; sections: { id: string; name: string }[]; timezone: string }

export async function PersonPanel({ actor, id, back, sections, timezone }: Props) {
  const person = await found(() => findPerson(actor, id))
  const { name, version } = person
  const disabled = person.disabledAt !== null
  const choices = sections.map((section) => ({ id: section.id, name: section.name }))
  return (
    <Panel
      back={back}
      all="All people"
      title={
        <>
          <Avatar name={name} named />
          {name}
        </>
      }
    >
      <dl className="grid grid-cols-[88px_1fr] gap-y-1 border-b border-line px-4 pb-4 [&_dt]:text-quiet">
        <dt>E-mail</dt>
        <dd className="truncate">{person.email}</dd>
        <dt>Signed in</dt>
        <dd>{signedIn(disabled, person.invited, person.sessions)}</dd>
        <dt>Since</dt>
        <dd>
          {dayIn(person.createdAt, timezone)} {person.createdAt.getUTCFullYear()}
        </dd>
      </dl>
      <Part title="Role">
        <AccessForm
          key={id}
          person={{ id, version, role: person.role, sections: person.sections }}
          sections={choices}
        />
      </Part>
      <Part title="What readers see">
        <ProfileForm key={id} person={{ id, version, name, slug: person.slug, ...person.profile }} />
      </Part>
      <Part title="Face">
        <FacePart key={id} id={id} name={name} face={person.profile.face ?? null} />
      </Part>
      {!disabled && (
        <Part title="Ways in">
          <WaysIn key={id} id={id} invited={person.invited} sessions={person.sessions} />
        </Part>
      )}
      <Part>
        <DisablePart key={id} id={id} name={name} disabled={disabled} sessions={person.sessions} />
      </Part>
    </Panel>
  )
}

function signedIn(disabled: boolean, invited: boolean, sessions: number): string {
  if (disabled) return 'Disabled; no way in'
  if (invited) return 'Not yet: the invitation is open'
  if (!sessions) return 'Nowhere'
  return sessions === 1 ? 'In 1 browser' : `In ${sessions} browsers`
}
