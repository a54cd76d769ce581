'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { askProofAgain } from '#lib/story/commands/proof'
import { findProof } from '#lib/story/queries/proof'

const Id = z.string().max(40)

export async function proofAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const proof = await findProof(actor, Id.parse(id))
    if (!proof) return { detail: null }
    const ms = (at: Date | null) => at?.getTime() ?? null
    const { askedAt, keptUntil, againAt, ...rest } = proof
    return { detail: { ...rest, askedAt: ms(askedAt), keptUntil: ms(keptUntil), againAt: ms(againAt) } }
  })
}

export async function askProofAgainAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await askProofAgain(actor, Id.parse(id))
    return undefined
  })
}
