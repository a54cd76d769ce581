import Link from 'next/link'

import { storiesAddress } from '#app/(newsroom)/desk/stories/address'
import { Panel, Part } from '#app/(newsroom)/panel'
import type { listTopics } from '#lib/topic/queries'

import { Aliases } from './aliases'
import { MergePart } from './merge-part'
import { RemoveTopic } from './remove-topic'
import { RenameForm } from './rename-form'

export type Topic = Awaited<ReturnType<typeof listTopics>>[number]

/** @param edits whether the actor may change topics */
export function TopicPanel({ topic, back, edits }: { topic: Topic; back: string; edits: boolean }) {
  const { id, name } = topic
  return (
    <Panel title={name} back={back} all="All topics">
      <dl className="grid grid-cols-[88px_1fr] gap-y-1 border-b border-line px-4 pb-4 [&_dt]:text-quiet">
        <dt>At the desk</dt>
        <dd>
          <Link href={storiesAddress({ show: 'all', topic: id })} className="text-accent hover:underline">
            {storyWords(topic.stories)}
          </Link>
        </dd>
        <dt>Live</dt>
        <dd>{storyWords(topic.live)}</dd>
        <dt>Address</dt>
        <dd className="truncate">
          {topic.live ? (
            <a href={`/topics/${topic.slug}`} className="text-accent hover:underline">
              /topics/{topic.slug}
            </a>
          ) : (
            `/topics/${topic.slug}, once a story is live`
          )}
        </dd>
      </dl>
      {edits && (
        <Part title="Name">
          <RenameForm key={id} topic={{ id, name, version: topic.version }} />
        </Part>
      )}
      <Part title="Other names">
        <Aliases key={id} topic={{ id, name, aliases: topic.aliases }} edits={edits} />
      </Part>
      {edits ? (
        <>
          <Part title="Merge">
            <MergePart key={id} topic={{ id, name, slug: topic.slug }} stories={storyWords(topic.stories)} />
          </Part>
          {!topic.stories && !topic.live && (
            <Part>
              <RemoveTopic key={id} id={id} name={name} />
            </Part>
          )}
        </>
      ) : (
        <p className="px-4 py-4 text-muted">Editors rename and merge topics.</p>
      )}
    </Panel>
  )
}

/** `1 story`, `12 stories` */
const storyWords = (count: number) => (count === 1 ? '1 story' : `${count.toLocaleString('en-GB')} stories`)
