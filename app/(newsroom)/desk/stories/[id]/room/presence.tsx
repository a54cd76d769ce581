import { Avatar } from '#lib/ui/avatar'

/** Who is in the story now, the person at this screen first. */
export function Presence({ names }: { names: string[] }) {
  return (
    <ul aria-label="In this story now" className="inline-flex items-center gap-2 px-1">
      {names.slice(0, 4).map((name) => (
        <li key={name} className="inline-flex">
          <Avatar name={name} present />
        </li>
      ))}
      {names.length > 4 && <li className="text-label text-quiet">and {names.length - 4} more</li>}
    </ul>
  )
}
