'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { config } from '#lib/config'
import { makePreviewLink, revokePreviewLink } from '#lib/preview/commands'
import { listPreviewLinks } from '#lib/preview/queries'

const Id = z.string().max(40)

export async function listPreviewLinksAction(story: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const links = await listPreviewLinks(actor, Id.parse(story))
    const detail = links.map(({ at, expiresAt, revokedAt, answers, ...link }) => ({
      ...link,
      at: at.getTime(),
      expiresAt: expiresAt.getTime(),
      revokedAt: revokedAt?.getTime() ?? null,
      answers: answers.map((answer) => ({ ...answer, at: answer.at.getTime() })),
    }))
    return { detail }
  })
}

export async function makePreviewLinkAction(story: string, label: string, hours: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const given = { label: z.string().max(1000).parse(label), hours: z.number().parse(hours) }
    const { token, revision } = await makePreviewLink(actor, Id.parse(story), given)
    return { detail: { address: `${config().baseUrl}/preview/${token}`, revision } }
  })
}

export async function revokePreviewLinkAction(link: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await revokePreviewLink(actor, Id.parse(link))
    return undefined
  })
}
