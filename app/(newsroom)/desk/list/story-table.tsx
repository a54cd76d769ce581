import type { Present } from '#lib/presence/queries'
import type { StoryRow } from '#lib/story/queries/list'

import { Row } from './row'

type Props = { label: string; rows: StoryRow[]; present: Present[]; timezone: string; now: Date; bare?: boolean }

/**
 * @param present who is in these stories now
 * @param bare without the line of column names on screen
 */
export function StoryTable({ label, rows, present, timezone, now, bare = false }: Props) {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse">
      <colgroup>
        <col className="w-[118px] max-phone:w-10" />
        <col />
        <col className="w-[110px] max-phone:hidden" />
        <col className="w-[76px] max-phone:hidden" />
        <col className="w-[62px] max-phone:hidden" />
        <col className="w-[172px] max-phone:hidden" />
        <col className="w-[112px] max-phone:hidden" />
        <col className="w-[52px] max-phone:w-12" />
      </colgroup>
      <thead
        className={`text-left text-label text-quiet max-phone:sr-only ${bare ? 'sr-only' : 'sticky top-0 z-2 bg-surface'}`}
      >
        <tr className="h-[30px] shadow-[inset_0_-1px_var(--color-line)]">
          <th className="ps-4 font-normal">Step</th>
          <th className="font-normal">Story</th>
          <th className="font-normal max-phone:hidden">Section</th>
          <th className="font-normal max-phone:hidden">By</th>
          <th className="text-end font-normal max-phone:hidden">Words</th>
          <th className="ps-5 font-normal max-phone:hidden">Readers see</th>
          <th className="text-end font-normal max-phone:hidden">Edited</th>
          <th>
            <span className="sr-only">Acts</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            story={row}
            here={present.filter(({ storyId }) => storyId === row.id).map(({ name }) => name)}
            timezone={timezone}
            now={now}
          />
        ))}
      </tbody>
    </table>
  )
}
