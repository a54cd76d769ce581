import { StateMark } from '#app/(newsroom)/state-mark'
import type { Uses } from '#lib/media/queries/uses'

type Others = Pick<Uses, 'faces' | 'fronts' | 'pages' | 'films' | 'masthead'>

/** Whether anything but a story shows it. */
export const hasOtherUses = ({ faces, fronts, pages, films, masthead }: Others) =>
  faces.length > 0 || fronts.length > 0 || pages.length > 0 || films > 0 || masthead

/** Lines of a list: what shows it and is no story. */
export function OtherUses({ uses: { faces, fronts, pages, films, masthead } }: { uses: Others }) {
  return (
    <>
      {faces.map(({ id, name }) => (
        <li key={id}>The face of {name}’s byline</li>
      ))}
      {fronts.map(({ id, name }) => (
        <li key={id}>The front {name}</li>
      ))}
      {pages.map(({ id, title, path, mayOpen }) => (
        <li key={id}>
          The page{' '}
          <a href={mayOpen ? `/desk/pages/${id}` : (path ?? '')} className="text-accent hover:underline">
            {title}
          </a>
          <span className="ms-2">
            <StateMark state={path ? 'live' : 'unpublished'} />
          </span>
        </li>
      ))}
      {films > 0 && <li>The poster of {films === 1 ? 'a film' : `${films} films`}</li>}
      {masthead && <li>The masthead of every page</li>}
    </>
  )
}
