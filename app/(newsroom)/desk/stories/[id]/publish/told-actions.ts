'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { tickEcho, untickEcho } from '#lib/story/commands/echoes'
import { closeVersion, openVersion } from '#lib/story/commands/versions'
import { withdrawReasons } from '#lib/story/commands/withdraw'
import { findEchoes } from '#lib/story/queries/echoes'
import { findToldReaders } from '#lib/story/queries/told-readers'

const Id = z.string().max(40)
const Whole = z.number().int()
const Place = z.string().max(60)

export async function toldReadersAction(id: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { versions, corrections, publishes } = await findToldReaders(actor, Id.parse(id))
    const dated = <Row extends { at: Date }>(row: Row) => ({ ...row, at: row.at.getTime() })
    return { detail: { versions: versions.map(dated), corrections: corrections.map(dated), publishes } }
  })
}

export async function closeVersionAction(id: string, number: number, reason: string): Promise<FormState> {
  return answerInPlace((actor) =>
    done(closeVersion(actor, Id.parse(id), Whole.parse(number), z.enum(withdrawReasons).parse(reason))),
  )
}

export async function openVersionAction(id: string, number: number): Promise<FormState> {
  return answerInPlace((actor) => done(openVersion(actor, Id.parse(id), Whole.parse(number))))
}

/** @param seq the correction's place in the publication log */
export async function echoesAction(id: string, seq: number): Promise<FormState> {
  return answerInPlace(async (actor) => {
    const { echoes, ...found } = await findEchoes(actor, Id.parse(id), Whole.parse(seq))
    const told = echoes.map((echo) => ({
      ...echo,
      ticked: echo.ticked && { by: echo.ticked.by, at: echo.ticked.at.getTime() },
    }))
    return { detail: { ...found, echoes: told } }
  })
}

export async function tickEchoAction(id: string, seq: number, place: string, ticked: boolean): Promise<FormState> {
  const act = ticked ? tickEcho : untickEcho
  return answerInPlace((actor) => done(act(actor, Id.parse(id), Whole.parse(seq), Place.parse(place))))
}

const done = async (act: Promise<void>) => {
  await act
  return undefined
}
