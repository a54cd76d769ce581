import { Avatar } from '#lib/ui/avatar'

import { type Colleague, whereWords } from './use-colleagues'

type Props = { me: string; colleagues: Colleague[]; onGo: (colleague: Colleague) => void }

/** Who is in the story now, the person at this screen first; a colleague's sign goes to where they are. */
export function Presence({ me, colleagues, onGo }: Props) {
  const shown = colleagues.slice(0, 4)
  return (
    <ul aria-label="In this story now" className="inline-flex items-center gap-2 px-1 max-phone:gap-0 max-phone:px-0">
      <li className="inline-flex max-phone:hidden">
        <Avatar name={me} present />
      </li>
      {shown.map((colleague) => (
        <li key={colleague.id} className="inline-flex">
          <button
            type="button"
            aria-label={`${colleague.name}, ${whereWords(colleague)}`}
            data-tip={`${colleague.name}, ${whereWords(colleague)}`}
            onClick={() => onGo(colleague)}
            className="who-tip inline-flex rounded-full max-phone:p-1"
          >
            <Avatar name={colleague.name} present />
          </button>
        </li>
      ))}
      {colleagues.length > shown.length && (
        <li className="text-label text-quiet" title={colleagues.map(({ name }) => name).join(', ')}>
          and {colleagues.length - shown.length} more
        </li>
      )}
    </ul>
  )
}
