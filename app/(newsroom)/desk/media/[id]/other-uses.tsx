import type { Uses } from '#lib/media/queries/uses'

type Others = Pick<Uses, 'faces' | 'fronts' | 'films' | 'masthead'>

/** Whether readers are shown it by anything but a story. */
export const hasOtherUses = ({ faces, fronts, films, masthead }: Others) =>
  faces.length > 0 || fronts.length > 0 || films > 0 || masthead

/** Lines of a list: what shows it to readers and is no story. */
export function OtherUses({ uses: { faces, fronts, films, masthead } }: { uses: Others }) {
  return (
    <>
      {faces.map(({ id, name }) => (
        <li key={id}>The face of {name}’s byline</li>
      ))}
      {fronts.map(({ id, name }) => (
        <li key={id}>The front {name}</li>
      ))}
      {films > 0 && <li>The poster of {films === 1 ? 'a film' : `${films} films`}</li>}
      {masthead && <li>The masthead of every page</li>}
    </>
  )
}
