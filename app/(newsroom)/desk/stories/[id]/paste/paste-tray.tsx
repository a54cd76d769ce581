'use client'

import { counted, type TrayItem } from '#lib/checks/paste/finding'
import { blockText } from '#lib/story/document/text'
import { Button } from '#lib/ui/button'

/** What was taken out of the text and is kept for this story; each line can go back to where it stood. */
export function PasteTray({ tray, onRestore }: { tray: TrayItem[]; onRestore: (items: TrayItem[]) => void }) {
  if (tray.length === 0) return null
  return (
    <details className="border-b border-line px-4 py-3">
      <summary className="font-semibold">
        Tray <span className="font-normal text-quiet">{counted(tray.length, 'line')}</span>
      </summary>
      <ul className="mt-2">
        {tray.map((item) => (
          <li key={item.block.attrs.id} className="flex items-start gap-2 py-1">
            <span className="min-w-0 flex-1 font-text">{blockText(item.block)}</span>
            <Button small tone="ghost" onClick={() => onRestore([item])}>
              Put back<span className="sr-only">: {blockText(item.block)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {tray.length > 1 && (
        <Button small className="mt-2" onClick={() => onRestore(tray)}>
          Put all back
        </Button>
      )}
    </details>
  )
}
