'use client'

import { Omega } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useShortcuts } from '#lib/ui/shortcuts'
import type { FieldsHandle } from '../fields/use-fields'
import { screenKeys } from '../keys'
import type { StoryProps } from '../props'
import { CharactersDialog } from './characters/characters-dialog'
import { LinkCard } from './links/link-card'
import { LinkDialog } from './links/link-dialog'
import type { Mention } from './look-ups'
import { MentionMenu } from './menus/mention-menu'
import { SlashMenu } from './menus/slash-menu'
import { TopicOffer } from './topic-offer'
import type { Editors } from './use-editors'

type Props = {
  editors: Editors
  story: Pick<StoryProps, 'id' | 'may'>
  fields: FieldsHandle
  link: boolean
  onLink: (open: boolean) => void
}

/** What the slash menu offers besides blocks. */
const characters = { name: 'Special character', words: 'special character symbol dash accent fraction', glyph: Omega }

/** What helps one write without being in the text: menus at the caret, the link's dialog, what is offered. */
export function WritingAids({ editors, story, fields, link, onLink }: Props) {
  const { body } = editors
  const [named, setNamed] = useState<Mention>()
  const [signs, setSigns] = useState(false)
  const last = useLastEditor(editors)
  // It takes the very next key.
  const openSigns = () => flushSync(() => setSigns(true))
  useShortcuts({
    [screenKeys.characters]: () => last.current.isEditable && !document.querySelector('dialog[open]') && openSigns(),
  })
  return (
    <>
      <SlashMenu editor={body} more={[{ ...characters, key: screenKeys.characters, run: openSigns }]} />
      <MentionMenu editor={body} onMention={setNamed} />
      <LinkCard editor={body} onEdit={() => onLink(true)} />
      {named?.kind === 'topic' && story.may.edit && (
        <TopicOffer topic={named} fields={fields} editor={body} onDone={() => setNamed(undefined)} />
      )}
      {signs && (
        <CharactersDialog
          onClose={() => {
            setSigns(false)
            last.current.commands.focus()
          }}
          onChoose={(sign) => {
            setSigns(false)
            last.current.view.dispatch(last.current.state.tr.insertText(sign).scrollIntoView())
            last.current.commands.focus()
          }}
        />
      )}
      {link && <LinkDialog editor={body} story={story.id} onClose={() => onLink(false)} />}
    </>
  )
}

/** The one that was written in last: what opens from a key goes there. */
function useLastEditor(editors: Editors) {
  const last = useRef(editors.body)
  useEffect(() => {
    last.current = editors.body
    const all = Object.values(editors)
    const take = ({ editor }: { editor: Editors['body'] }) => {
      last.current = editor
    }
    for (const editor of all) editor.on('focus', take)
    return () => {
      for (const editor of all) editor.off('focus', take)
    }
  }, [editors])
  return last
}
