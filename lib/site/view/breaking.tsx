import type { Messages } from '#lib/messages/find'

type Props = { bar: { text: string; href: string }; t: Messages }

/** What matters now, over everything else. */
export const Breaking = ({ bar: { text, href }, t }: Props) => (
  <aside className="breaking" aria-label={t.breaking}>
    <p className="wrap">
      <b>{t.breaking}</b> {href ? <a href={href}>{text}</a> : text}
    </p>
  </aside>
)
