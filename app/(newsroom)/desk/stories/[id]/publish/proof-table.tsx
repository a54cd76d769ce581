'use client'

import { Check, TriangleAlert } from 'lucide-react'

import type { ProofRow, Said } from '#lib/story/queries/proof'
import { Icon } from '#lib/ui/icon'

/** Each address with what it answered from here and, where readers come another way, from outside. */
export function ProofTable({ rows, elsewhere }: { rows: ProofRow[]; elsewhere: boolean }) {
  return (
    <table className="mt-1.5 w-full text-start">
      <caption className="sr-only">What the paper’s addresses answered</caption>
      <thead className="text-label text-quiet">
        <tr>
          <th scope="col" className="pb-1 text-start font-normal">
            Address
          </th>
          <th scope="col" className="pb-1 ps-2 text-start font-normal">
            Here
          </th>
          {elsewhere && (
            <th scope="col" className="pb-1 ps-2 text-start font-normal">
              Outside
            </th>
          )}
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-y border-line">
        {rows.map(({ words, path, url, inside, outside }) => (
          <tr key={url}>
            <th scope="row" className="py-1.5 text-start align-top font-normal">
              {words}
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                className="block text-label text-muted underline wrap-anywhere max-phone:py-1"
              >
                {path}
              </a>
              <Fault said={inside} from={elsewhere ? 'Here: ' : ''} />
              {shows(outside) && <Fault said={outside} from="Outside: " />}
            </th>
            <Cell said={inside} />
            {elsewhere && <Cell said={outside} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether an address shows something that it should not, here or outside; where nobody answers outside, that is not known. */
export const isRed = ({ inside, outside }: ProofRow) => inside?.clean === false || shows(outside)

const shows = (outside: Said | null) => outside?.clean === false && outside.status > 0

function Fault({ said, from }: { said: Said | null; from: string }) {
  if (!said || said.clean) return null
  return (
    <span className="block text-label text-withdrawn">
      {from}
      {said.fault}
    </span>
  )
}

function Cell({ said }: { said: Said | null }) {
  return (
    <td className="py-1.5 ps-2 align-top whitespace-nowrap">
      {said && (
        <span className={`inline-flex items-center gap-1 ${said.clean ? 'text-live' : 'text-withdrawn'}`}>
          <Icon of={said.clean ? Check : TriangleAlert} />
          {wordOf(said)}
        </span>
      )}
    </td>
  )
}

function wordOf({ clean, status }: Said): string {
  if (clean) return status === 410 || status === 404 ? 'Gone' : 'Clean'
  return status ? 'Not clean' : 'No answer'
}
