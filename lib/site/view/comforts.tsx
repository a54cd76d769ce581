import type { Messages } from '#lib/messages/find'

type T = { t: Messages }

/**
 * What a reader may choose on this device: hidden until `public/comforts.js` can do it. It ends the page, so nothing
 * moves when it comes.
 */
export function Comforts({ t }: T) {
  const { look, asDevice, looks, size, normal, sizes, keys } = t.comforts
  return (
    <>
      <div className="wrap comforts" hidden>
        <Choice name="theme" title={look} own={asDevice} of={looks} />
        <Choice name="size" title={size} own={normal} of={sizes} />
        <a href="/saved">{t.saved.title}</a>
        <button type="button">{keys}</button>
      </div>
      <p id="kept" role="status" hidden>
        {t.offline.copyOf[0]}
        <b />
        {t.offline.copyOf[1]}
      </p>
      <Keys t={t} />
      <script type="module" src="/comforts.js" />
    </>
  )
}

type ChoiceProps = { name: string; title: string; own: string; of: Record<string, string> }

/** @param own what it is called to choose nothing @param of what each value is called */
const Choice = ({ name, title, own, of }: ChoiceProps) => (
  <fieldset>
    <legend>{title}</legend>
    {[['', own] as const, ...Object.entries(of)].map(([value, called]) => (
      <label key={value}>
        <input type="radio" name={name} value={value} />
        {called}
      </label>
    ))}
  </fieldset>
)

/** What single keys do, with a switch that ends it (WCAG 2.2, 2.1.4). */
function Keys({ t }: T) {
  const { keys, keysOn, nextHeadline, previousHeadline, nextStory } = t.comforts
  const list = [
    ['?', keys],
    ['/', t.search],
    ['h', t.home],
    ['j', nextHeadline],
    ['k', previousHeadline],
    ['n', nextStory],
  ] as const
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{keys}</h2>
      <dl>
        {list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" /> {keysOn}
      </label>
      <form method="dialog">
        <button type="submit" className="button">
          {t.lightbox.close}
        </button>
      </form>
    </dialog>
  )
}
