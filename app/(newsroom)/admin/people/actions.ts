'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { asAdmin } from '#app/(newsroom)/admin/as-admin'
import type { FormState } from '#app/(newsroom)/answer'
import { fieldsOf } from '#app/(newsroom)/fields-of'
import { config } from '#lib/config'
import { setFace } from '#lib/people/commands/face'
import {
  addPerson,
  disablePerson,
  editPerson,
  enablePerson,
  endPersonSessions,
  resetLink,
  setAccess,
} from '#lib/people/commands/people'
import { Access, NewPerson, Profile } from '#lib/people/content'

const Id = z.string().max(40)
const One = z.strictObject({ id: z.string() })
const Seen = z.object({ id: z.string(), version: z.coerce.number().int() })

/** The fields of a role and its sections, as the commands take them. */
function accessOf(form: FormData) {
  const { all, section: _, ...fields } = fieldsOf(form)
  return { ...fields, sections: all === 'yes' ? 'all' : form.getAll('section') }
}

const linkOf = (token: string) => `${config().baseUrl}/set-password/${token}`

export async function inviteAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const person = NewPerson.parse(accessOf(form))
    const { token } = await addPerson(actor, person)
    refresh()
    return { message: `${person.name} is invited. Hand on this link.`, detail: linkOf(token) }
  })
}

export async function setAccessAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { id, version, ...access } = Access.extend(Seen.shape).parse(accessOf(form))
    await setAccess(actor, id, version, access)
    refresh()
    return 'Saved. It holds from their next click.'
  })
}

export async function editPersonAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const { id, version, ...profile } = Profile.extend(Seen.shape).parse(fieldsOf(form))
    await editPerson(actor, id, version, profile)
    refresh()
    return 'Saved. Readers see it now.'
  })
}

/** @param face a picture of the library; null takes it away */
export async function setFaceAction(id: string, face: string | null): Promise<FormState> {
  return asAdmin(async (actor) => {
    await setFace(actor, Id.parse(id), Id.nullable().parse(face))
    refresh()
  })
}

export async function resetLinkAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    const token = await resetLink(actor, One.parse(fieldsOf(form)).id)
    return { message: 'Hand on this link. Earlier ones no longer work.', detail: linkOf(token) }
  })
}

export async function endSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    await endPersonSessions(actor, One.parse(fieldsOf(form)).id)
    refresh()
  })
}

export async function disableAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    await disablePerson(actor, One.parse(fieldsOf(form)).id)
    refresh()
  })
}

export async function enableAction(_: FormState, form: FormData): Promise<FormState> {
  return asAdmin(async (actor) => {
    await enablePerson(actor, One.parse(fieldsOf(form)).id)
    refresh()
  })
}
