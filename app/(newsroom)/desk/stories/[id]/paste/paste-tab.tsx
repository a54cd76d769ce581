'use client'

import { Button } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'

import { goTo } from '../outline'
import type { Editors } from '../text/use-editors'
import { PastePanel } from './paste-panel'
import type { PasteHandle } from './use-paste'

type Props = { paste: PasteHandle; editors: Editors | null }

/** The paste doctor's tab: asked for by hand, it looks at the text as it stands. */
export function PasteTab({ paste, editors }: Props) {
  if (!paste.on)
    return (
      <Empty
        title="Nothing was pasted."
        acts={
          <>
            <Button small onClick={() => paste.start()} disabled={!editors}>
              Look through this text
            </Button>
            <Button small onClick={() => editors?.body.commands.chooseFile()} disabled={!editors?.body.isEditable}>
              Text from a file…
            </Button>
            <Button small onClick={() => editors?.body.commands.pastePlain()} disabled={!editors?.body.isEditable}>
              Paste as plain text
            </Button>
          </>
        }
      >
        After a long paste the doctor looks through it here: passages said twice, tails of web pages, lines that are
        sub-heads. A Word file, a text, Markdown or a web page can be dropped on the story, too.
      </Empty>
    )
  return (
    <PastePanel
      findings={paste.findings}
      tray={paste.tray}
      done={paste.done}
      undoable={paste.undoable}
      blocks={paste.blocks}
      kept={paste.kept}
      onApply={paste.apply}
      onKeep={paste.keep}
      onTellAgain={paste.tellAgain}
      onUndo={paste.undo}
      onRestore={paste.restore}
      onShow={([first]) => first && reveal(editors, first)}
      onField={(field, offer) => {
        if (field === 'headline' && offer)
          editors?.headline.commands.insertContentAt({ from: 0, to: editors.headline.state.doc.content.size }, offer)
        if (field === 'headline') editors?.headline.commands.focus('end')
        if (field === 'byline')
          document.querySelector<HTMLElement>('[aria-label="Byline"] li:last-child button')?.click()
      }}
    />
  )
}

/** Brings a block into view without taking the keys from the panel. */
function reveal(editors: Editors | null, id: string) {
  const dom = editors?.body.view.dom.querySelector(`[data-id="${CSS.escape(id)}"]`)
  if (dom) dom.scrollIntoView({ block: 'center' })
  else goTo(editors?.body ?? null, id)
}
