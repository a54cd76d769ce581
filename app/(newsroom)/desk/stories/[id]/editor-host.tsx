'use client'

import { useEffect } from 'react'

import type { Pasted } from './body-paste'
import type { Me } from './props'
import { type Editors, useEditors } from './use-editors'
import type { Room } from './use-room'

type Props = {
  room: Room
  story: string
  me: Me
  editable: boolean
  onLink: () => void
  onLongPaste: (pasted: Pasted) => void
  onEditors: (editors: Editors | null) => void
}

/** Keeps the three editors as long as a room is open; a fresh room mounts a fresh host. */
export function EditorHost({ onEditors, ...options }: Props) {
  const editors = useEditors(options)
  const { headline, standfirst, body } = editors ?? {}
  useEffect(() => {
    onEditors(headline && standfirst && body ? { headline, standfirst, body } : null)
    return () => onEditors(null)
  }, [headline, standfirst, body, onEditors])
  const { editable } = options
  useEffect(() => {
    for (const editor of [headline, standfirst, body]) editor?.setEditable(editable, false)
  }, [headline, standfirst, body, editable])
  return null
}
