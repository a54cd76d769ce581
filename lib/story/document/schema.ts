import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'

import { bodyExtensions, lineExtensions } from './extensions'

const once = (make: () => Schema) => {
  let made: Schema | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The body's ProseMirror schema, built at first use. */
export const bodySchema = once(() => getSchema(bodyExtensions))

/** The headline's and the standfirst's. */
export const lineSchema = once(() => getSchema(lineExtensions))
