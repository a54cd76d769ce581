'use client'

import { useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { Comment as Said } from '#lib/comment/queries'
import { runsOf } from '#lib/comment/rules'
import { Avatar } from '#lib/ui/avatar'

import type { Paper } from '../props'
import { when } from '../when'
import { deleteCommentAction, editCommentAction } from './actions'
import { Compose, isBegun } from './compose'

type Props = {
  comment: Said
  story: string
  own: boolean
  paper: Paper
  onChanged: () => void
  onSignedOut: () => void
}

/** One comment; its writer changes and deletes it. */
export function Comment({ comment, story, own, paper, onChanged, onSignedOut }: Props) {
  const [editing, setEditing] = useState(() => isBegun(comment.id))
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<string>()
  const name = comment.by?.name ?? 'Somebody who left'
  const remove = async () => {
    if (!sure) return setSure(true)
    const state = await deleteCommentAction(comment.id).catch(
      (): FormState => ({ ok: false, message: 'The server was not reached. Nothing was deleted.' }),
    )
    if (state?.signedOut) onSignedOut()
    if (state?.ok) onChanged()
    else setError(state?.message)
  }
  return (
    <li className="comment grid grid-cols-[20px_minmax(0,1fr)] gap-x-[7px]">
      <Avatar name={name} named={false} />
      <div>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <b>{name}</b>
          <span className="text-label text-quiet">
            {when(comment.at, paper)}
            {comment.edited && ', changed'}
          </span>
          {own && !editing && (
            <span className="comment-acts ms-auto flex gap-2 text-label">
              <button type="button" onClick={() => setEditing(true)} className="text-muted hover:text-text">
                Edit
              </button>
              <button
                type="button"
                onClick={() => void remove()}
                onBlur={() => setSure(false)}
                className={sure ? 'font-semibold text-withdrawn' : 'text-muted hover:text-text'}
              >
                {sure ? 'Delete for good' : 'Delete'}
              </button>
            </span>
          )}
        </p>
        {editing ? (
          <Compose
            story={story}
            keep={comment.id}
            label="Your comment"
            act="Save"
            text={comment.text}
            mentions={comment.mentions}
            onSend={(said) => editCommentAction(comment.id, said)}
            onDone={() => {
              setEditing(false)
              onChanged()
            }}
            onCancel={() => setEditing(false)}
            onSignedOut={onSignedOut}
          />
        ) : (
          <p className="break-words whitespace-pre-wrap">
            {runsOf(comment.text, comment.mentions).map((run, index) =>
              run.person ? <b key={index}>{run.text}</b> : <span key={index}>{run.text}</span>,
            )}
          </p>
        )}
        {error && (
          <p role="alert" className="text-label text-withdrawn">
            {error}
          </p>
        )}
      </div>
    </li>
  )
}
