import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'

import { Frame } from '#app/(newsroom)/frame'
import { Panel, Part } from '#app/(newsroom)/panel'
import { mayAddTopics, mayEditTopics } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { narrowTopics } from '#lib/topic/narrow'
import { listTopics } from '#lib/topic/queries'
import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Find } from '#lib/ui/find'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'

import { AddTopicForm } from './add-topic-form'
import { topicsAddress } from './address'
import { TopicKeys } from './topic-keys'
import { TopicPanel } from './topic-panel'
import { TopicTable } from './topic-table'

export const metadata: Metadata = { title: 'Topics' }

const Asked = z.object({
  q: z.string().trim().max(100).catch(''),
  id: z.string().max(40).optional().catch(undefined),
})
const shownAtMost = 500

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TopicsPage({ searchParams }: Props) {
  const actor = await needActor()
  const { q, id } = Asked.parse(await searchParams)
  const all = await listTopics()
  const found = narrowTopics(all, q)
  const shown = found.slice(0, shownAtMost)
  const chosen = all.find((topic) => topic.id === id)
  const adds = mayAddTopics(actor)
  const adding = adds && id === 'new'
  const find = { action: '/desk/topics', label: 'Find a topic', value: q }
  return (
    <Frame
      at="topics"
      title="Topics"
      note={`${all.length} in all`}
      acts={
        <>
          <Find {...find} id="find" className="w-56 max-phone:hidden" />
          {adds && (
            <Link href={topicsAddress({ q, id: 'new' })} className={buttonClass('primary')}>
              <Icon of={Plus} />
              Add a topic <Kbd>N</Kbd>
            </Link>
          )}
        </>
      }
      foot={
        <>
          <span>Spiked stories are not counted</span>
          <span className="ms-auto flex items-center gap-1">
            <Kbd>J</Kbd> <Kbd>K</Kbd> move
          </span>
          <span className="flex items-center gap-1">
            <Kbd>/</Kbd> find
          </span>
        </>
      }
    >
      <TopicKeys ids={shown.map((topic) => topic.id)} id={id} q={q} adds={adds} />
      <div className="flex min-h-0 flex-1">
        <div className={`min-w-0 flex-1 overflow-y-auto ${chosen || adding ? 'max-wide:hidden' : ''}`}>
          <Find {...find} className="px-4 pt-3 pb-1 phone:hidden" />
          {shown.length ? (
            <TopicTable topics={shown} id={id} q={q} />
          ) : (
            <Empty title={q ? `No topic is called “${q}”.` : 'No topics yet.'}>
              {q
                ? 'Topics with such a name would stand here.'
                : 'Topics gather stories for readers, over all sections.'}
            </Empty>
          )}
          {found.length > shown.length && (
            <p className="px-4 py-3 text-muted">
              {shown.length} of {found.length} are shown. Find the others by name.
            </p>
          )}
        </div>
        {adding && (
          <Panel title="Add a topic" back={topicsAddress({ q })} all="All topics">
            <Part>
              <AddTopicForm />
            </Part>
          </Panel>
        )}
        {chosen && <TopicPanel topic={chosen} back={topicsAddress({ q })} edits={mayEditTopics(actor)} />}
      </div>
    </Frame>
  )
}
