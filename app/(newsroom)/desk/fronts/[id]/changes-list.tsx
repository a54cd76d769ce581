import type { Change } from '#lib/front/changes'
import type { ToldStory } from '#lib/front/queries/stories'
import { labelOf, sourceWords } from '#lib/front/words'
import type { Placed } from '#lib/site/front/content'

type Known = { stories: ReadonlyMap<string, ToldStory>; names: ReadonlyMap<string, string> }
type Props = Known & { changes: readonly Change[]; none: string }

const words: Record<Change['is'], string> = { added: 'new', removed: 'removed', moved: 'moved', changed: '' }

/** What differs between two versions of a front, a container an entry. */
export function ChangesList({ changes, none, ...known }: Props) {
  if (!changes.length) return <p className="text-muted">{none}</p>
  return (
    <ul className="grid gap-2" aria-label="What changes">
      {changes.map((change) => (
        <Entry key={change.container.id} change={change} {...known} />
      ))}
    </ul>
  )
}

function Entry({ change, stories, names }: Known & { change: Change }) {
  const { container, is, title, source, slots } = change
  return (
    <li className="rounded-control border border-line px-3 py-2">
      <b>{labelOf(container, names)}</b> {words[is] && <span className="text-changes">{words[is]}</span>}
      <ul className="grid gap-0.5">
        {title && (
          <li>
            Title: <Text gone={title.from || 'none'} come={title.to || 'none'} />
          </li>
        )}
        {source && <li>Filled from: {sourceWords(container.source, names)}</li>}
        {slots.map(({ place, from, to }) => (
          <li key={place}>
            {place + 1}: <SlotChange from={from} to={to} stories={stories} />
          </li>
        ))}
      </ul>
    </li>
  )
}

type SlotProps = { from: Placed | null; to: Placed | null; stories: Known['stories'] }

function SlotChange({ from, to, stories }: SlotProps) {
  const named = (slot: Placed | null) =>
    slot ? slot.headline || stories.get(slot.story)?.headline || 'a story that you may not read' : 'by rule'
  if (from?.story !== to?.story) return <Text gone={named(from)} come={named(to)} />
  const told = [
    from?.headline !== to?.headline && 'headline',
    from?.kicker !== to?.kicker && 'kicker',
    from?.picture !== to?.picture && 'picture',
    from?.until !== to?.until && 'how long it stands',
  ].filter(Boolean)
  const said = from?.headline === to?.headline ? named(to) : <Text gone={named(from)} come={named(to)} />
  return (
    <>
      {said} <span className="text-quiet">({told.join(', ')})</span>
    </>
  )
}

const Text = ({ gone, come }: { gone: string; come: string }) => (
  <>
    <del className="bg-del px-0.5">{gone}</del> <ins className="bg-ins px-0.5 no-underline">{come}</ins>
  </>
)
