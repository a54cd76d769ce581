import { type Actor, operator } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { listPeople } from '#lib/people/queries'
import { listLatest } from '#lib/site/queries/lists'
import { duplicateStory } from '#lib/story/commands/create'
import { findPublishState } from '#lib/story/queries/publish-state'
import { publishNow } from '#lib/testing/stories'

export type Order = { do: 'draft' } | { do: 'publish'; id: string }
export type Answer = { done: string } | { fault: string }

const originals = listLatest(100)
const editor = findEditor()
let made = 0

async function findEditor(): Promise<Actor> {
  const person = (await listPeople(operator)).find(({ role }) => role === 'editor')
  if (!person) throw new Error('There is no editor: the demo paper is not here.')
  return { ...operator, id: person.id }
}

async function draft(): Promise<string> {
  const cards = await originals
  const card = cards[made % cards.length]
  made += 1
  if (!card) throw new Error('There is no story to copy: the demo paper is not here.')
  return duplicateStory(await editor, card.id)
}

async function publish(id: string): Promise<string> {
  await publishNow(await editor, id, new Date())
  const state = await findPublishState(id)
  return state.state === 'live' ? state.path : ''
}

const work = (order: Order) => (order.do === 'draft' ? draft() : publish(order.id))

process.on('message', async (order: Order) => {
  const answer: Answer = await work(order).then(
    (done) => ({ done }),
    (error) => ({ fault: String(error) }),
  )
  process.send?.(answer)
})
process.on('disconnect', () => void db.close())
