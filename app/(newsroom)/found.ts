import { notFound } from 'next/navigation'

import { isRefusal } from '#lib/errors'

/** A page's reading: what the actor may not know of, or is not there, is a 404. */
export async function found<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (isRefusal(error) && error.reason === 'not-found') notFound()
    throw error
  }
}
