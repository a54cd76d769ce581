/** Links to the neighbouring pages of a list; each is an address of its own. */
export function Pager({ label, back, next }: { label: string; back?: [string, string]; next?: [string, string] }) {
  if (!back && !next) return null
  return (
    <nav className="pager" aria-label={label}>
      {back ? (
        <a rel="prev" href={back[1]}>
          {back[0]}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a rel="next" href={next[1]}>
          {next[0]}
        </a>
      )}
    </nav>
  )
}
