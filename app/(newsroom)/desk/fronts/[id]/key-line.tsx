import { Kbd } from '#lib/ui/kbd'

const keys: [string[], string][] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'open'],
  [['Alt ↑', 'Alt ↓'], 'carry'],
  [['Del'], 'take out'],
  [['/'], 'find'],
  [['Ctrl Z'], 'undo'],
]

/** The screen's keys; no foot, as the preview in its frame has the page's. */
export const KeyLine = () => (
  <section
    aria-label="Keys"
    className="flex h-[30px] items-center gap-4 border-t border-line px-4 text-label text-quiet max-phone:hidden"
  >
    <span>What no editor places, the rule fills</span>
    <span className="ms-auto flex gap-4">
      {keys.map(([names, what]) => (
        <span key={what} className="flex items-center gap-1">
          {names.map((name) => (
            <Kbd key={name}>{name}</Kbd>
          ))}{' '}
          {what}
        </span>
      ))}
    </span>
  </section>
)
