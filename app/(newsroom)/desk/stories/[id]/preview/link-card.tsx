'use client'

import { useRef, useState } from 'react'

import { clockIn, dayIn, zoneIn } from '#lib/settings/time'
import { Button } from '#lib/ui/button'

import type { Paper } from '../props'
import { when } from '../when'

type Answer = {
  id: string
  kind: 'approval' | 'comment'
  block: string
  /** How the block begins. */
  about: string
  name: string
  text: string
  at: number
}

/** Times in milliseconds. */
export type PreviewLink = {
  id: string
  label: string
  by: string
  number: number
  at: number
  expiresAt: number
  revokedAt: number | null
  answers: Answer[]
}

type Props = { link: PreviewLink; paper: Paper; onShow: (block: string) => void; onRevoke: () => Promise<unknown> }

export function LinkCard({ link, paper, onShow, onRevoke }: Props) {
  const { label, by, number, at, expiresAt, revokedAt, answers } = link
  const [sure, setSure] = useState(false)
  const ref = useRef<HTMLLIElement>(null)
  const works = revokedAt === null && expiresAt > Date.now()
  const revoke = async () => {
    await onRevoke()
    setSure(false)
    // The button is gone: the keyboard goes on from here.
    ref.current?.focus()
  }
  return (
    <li ref={ref} tabIndex={-1} className="grid gap-1 border-b border-line px-4 py-2.5">
      <p className="flex items-baseline gap-2">
        <b className="min-w-0 wrap-anywhere">{label}</b>
        <span className="ms-auto flex-none text-label text-quiet">Revision {number}</span>
      </p>
      <p className="text-muted">
        {state(link, works, paper)}. Made by {by}, {when(at, paper)}.
      </p>
      {answers.length > 0 && (
        <ul aria-label={`Answers of ${label}`} className="grid gap-1.5">
          {answers.map((answer) => (
            <AnswerItem key={answer.id} answer={answer} paper={paper} onShow={onShow} />
          ))}
        </ul>
      )}
      {works && !sure && (
        <div>
          <Button small onClick={() => setSure(true)} aria-label={`Revoke the link for ${label}`}>
            Revoke…
          </Button>
        </div>
      )}
      {works && sure && (
        <div className="grid gap-1.5 rounded-control border border-s-3 border-line border-s-withdrawn px-2.5 py-1.5">
          <p>It shows nothing from then on. This cannot be undone; a new link can be made.</p>
          <p className="flex gap-1.5">
            <Button small tone="danger" autoFocus onClick={() => void revoke()}>
              Revoke
            </Button>
            <Button small onClick={() => setSure(false)}>
              Keep
            </Button>
          </p>
        </div>
      )}
    </li>
  )
}

function state({ revokedAt, expiresAt }: PreviewLink, works: boolean, paper: Paper): string {
  if (revokedAt !== null) return `Revoked ${when(revokedAt, paper)}`
  return works ? `Works until ${dayAndHour(expiresAt, paper)}` : `Ended ${when(expiresAt, paper)}`
}

/** `Thursday 3 December 09:14 GMT` */
function dayAndHour(at: number, { timezone }: Paper): string {
  const date = new Date(at)
  return `${dayIn(date, timezone)} ${clockIn(date, timezone)} ${zoneIn(date, timezone)}`
}

function AnswerItem({ answer, paper, onShow }: { answer: Answer; paper: Paper; onShow: (block: string) => void }) {
  const { kind, block, about, name, text, at } = answer
  return (
    <li className="border-s-3 border-accent ps-2.5">
      <p className="wrap-anywhere">
        <b>{name}</b> {kind === 'approval' ? 'approved this revision' : about ? `on “${about}”` : 'on the whole text'}
        <span className="text-label text-quiet">, {when(at, paper)}</span>
      </p>
      {text && <p className="wrap-anywhere whitespace-pre-line">{text}</p>}
      {block && (
        <Button small onClick={() => onShow(block)}>
          Show in the text
        </Button>
      )}
    </li>
  )
}
