import { join } from 'node:path'

import { config } from '#lib/config'
import { log } from '#lib/log'
import { type Cards, makeCards } from '../social/cards'
import { diskStore, sweepParts } from './disk'
import { makeEncoders } from './encoders'
import { makeRenditions, type Renditions } from './renditions'
import { s3Store } from './s3'
import type { MediaStore } from './store'
import { sweepWork, workFolder } from './work'

// On globalThis, as modules exist twice in one process.
const key = Symbol.for('stet.media.store')
const held = globalThis as { [key]?: MediaStore }

/** The store of this process: S3 where the settings name one, else the data folder. */
export function mediaStore(): MediaStore {
  const { s3 } = config()
  held[key] ??= s3 ? s3Store(s3) : openDisk()
  return held[key]
}

function openDisk(): MediaStore {
  const root = join(/* turbopackIgnore: true */ config().data, 'media')
  sweepParts(root, new Date()).catch((error) => log.error({ err: error }, 'unfinished files were not deleted'))
  return diskStore(root)
}

const program = (name: string) => join(/* turbopackIgnore: true */ process.cwd(), '.build', `${name}.mjs`)

/** What takes files in, and reads captions; built beside the server. */
export const intakePrograms = () => ({ picture: program('picture'), clip: program('clip') })
export const captionsProgram = () => program('captions')

const makers = Symbol.for('stet.media.makers')
const working = globalThis as { [makers]?: { renditions: Renditions; cards: Cards } }

function makersHere() {
  if (working[makers]) return working[makers]
  const work = workFolder()
  sweepWork(work, new Date()).catch((error) => log.error({ err: error }, 'unfinished work was not deleted'))
  const encoders = makeEncoders({ program: program('encode') })
  working[makers] = {
    renditions: makeRenditions({ store: mediaStore(), encoders, work }),
    cards: makeCards({ encoders, work }),
  }
  return working[makers]
}

/** What makes files of pictures in this process; its own processes start when they are first needed. */
export const mediaRenditions = (): Renditions => makersHere().renditions

/** The same for stories' cards, by the same processes. */
export const storyCards = (): Cards => makersHere().cards

/** Ends them, where there are any. */
export function stopRenditions(): void {
  working[makers]?.renditions.stop()
  working[makers] = undefined
}
