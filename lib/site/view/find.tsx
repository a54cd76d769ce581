import type { Messages } from '#lib/messages/find'

/** The search form: a plain GET. */
export function Find({ t, paper, words = '', small }: { t: Messages; paper: string; words?: string; small?: boolean }) {
  const id = small ? 'find' : 'q'
  return (
    <search>
      <form className={small ? 'find small' : 'find'} action="/search">
        <label className="sr-only" htmlFor={id}>
          {t.findLabel}
        </label>
        <input type="search" id={id} name="q" defaultValue={words} placeholder={t.searchIn(paper)} maxLength={200} />
        <button type="submit" className="button">
          {t.search}
        </button>
      </form>
    </search>
  )
}
