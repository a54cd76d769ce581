import Link from 'next/link'

import { topicsAddress } from './address'
import type { Topic } from './topic-panel'

export function TopicTable({ topics, id, q }: { topics: Topic[]; id?: string; q: string }) {
  return (
    <table aria-label="Topics" className="w-full table-fixed border-collapse">
      <thead className="sticky top-0 z-2 bg-surface text-left text-label text-quiet max-phone:sr-only">
        <tr className="h-[30px] shadow-[inset_0_-1px_var(--color-line)]">
          <th className="ps-4 font-normal">Topic</th>
          <th className="font-normal max-phone:hidden">Other names</th>
          <th className="w-24 text-end font-normal max-phone:hidden">At the desk</th>
          <th className="w-20 pe-4 text-end font-normal">Live</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr
            key={topic.id}
            className={`relative h-[34px] border-b border-line hover:bg-sunk max-phone:h-14 ${topic.id === id ? 'bg-accent-wash shadow-[inset_3px_0_var(--color-accent)]' : ''}`}
          >
            <td className="truncate ps-4">
              <Link
                href={topicsAddress({ q, id: topic.id })}
                aria-current={topic.id === id ? 'true' : undefined}
                className="font-medium after:absolute after:inset-0"
              >
                {topic.name}
              </Link>
            </td>
            <td className="truncate text-muted max-phone:hidden">
              {topic.aliases.map(({ alias }) => alias).join(', ')}
            </td>
            <td className="text-end text-muted max-phone:hidden">{topic.stories}</td>
            <td className="pe-4 text-end text-muted">{topic.live}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
