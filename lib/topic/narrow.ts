import { wordsOf } from '#lib/db/fold'

/** Topics with a name whose words begin as every word of the query, whatever case and accents. */
export function narrowTopics<T extends { name: string; aliases: { alias: string }[] }>(
  topics: readonly T[],
  query: string,
): T[] {
  const asked = wordsOf(query)
  const fits = (name: string) => {
    const words = wordsOf(name)
    return asked.every((one) => words.some((word) => word.startsWith(one)))
  }
  return topics.filter((topic) => [topic.name, ...topic.aliases.map(({ alias }) => alias)].some(fits))
}
