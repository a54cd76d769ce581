import type { Topic } from '../queries/cards'

/** Topics in one line below the sections. */
export function TopicStrip({ label, topics }: { label: string; topics: Topic[] }) {
  if (!topics.length) return null
  return (
    <nav aria-label={label}>
      <ul className="strip">
        <li>
          <b>{label}</b>
        </li>
        {topics.map((topic) => (
          <li key={topic.id}>
            <a href={`/topics/${topic.slug}`}>{topic.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
