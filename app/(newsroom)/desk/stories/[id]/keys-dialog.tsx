'use client'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'

import { keyName } from '#lib/ui/key-name'
import { keyList } from './keys'

/** All keys of the screen. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform)
  return (
    <Dialog
      title="Keys"
      onClose={onClose}
      foot={
        <Button onClick={onClose} data-first>
          Close
        </Button>
      }
    >
      {keyList.map(({ title, keys }) => (
        <section key={title} className="mb-4 last:mb-0">
          <h3 className="mb-1 font-semibold">{title}</h3>
          <dl>
            {keys.map((key) => (
              <div key={key.does} className="flex items-baseline gap-3 border-t border-line py-1.5">
                <dt className="text-muted">{key.does}</dt>
                <dd className="ms-auto flex flex-none flex-wrap justify-end gap-x-2.5">
                  {key.keys.map((one) => (
                    <kbd key={one} className="font-desk font-medium">
                      {keyName(one, mac)}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
