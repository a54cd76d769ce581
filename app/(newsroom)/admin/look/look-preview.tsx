import type { CSSProperties } from 'react'
import { fileAddress } from '#app/(newsroom)/desk/media/address'
import type { Colour, Faces, Theme } from '#lib/site/theme/content'

type Section = { id: string; name: string; colour: keyof Theme['colours'] }
type Props = { theme: Theme; paper: string; sections: Section[]; look: keyof Colour }

const grounds = {
  light: { paper: '#ffffff', ink: '#15191b', soft: '#454c50', hair: '#d2d6d2', wash: '#f0f2ee' },
  dark: { paper: '#111416', ink: '#e9eae6', soft: '#b9bebd', hair: '#30363a', wash: '#1a1e21' },
}

const headFace: Record<Faces, CSSProperties> = {
  stet: { fontFamily: 'var(--font-head)', wordSpacing: '0.055em' },
  serif: { fontFamily: 'var(--font-text)' },
  sans: { fontFamily: 'var(--font-desk)' },
  system: { fontFamily: 'Georgia, serif' },
}

/** The head of the home page in one look, as the form has it now. */
export function LookPreview({ theme, paper, sections, look }: Props) {
  const on = grounds[look]
  const head = { ...headFace[theme.faces], fontWeight: 600, lineHeight: 1.05 }
  const text = { fontFamily: theme.faces === 'system' ? 'Georgia, serif' : 'var(--font-text)' }
  const logo = (look === 'dark' && theme.logoDark) || theme.logo
  const [lead] = sections
  const colour = (name: keyof Theme['colours']) => theme.colours[name][look]
  return (
    <figure
      aria-label={`How it looks, ${look}`}
      className="rounded-panel border border-line p-4"
      style={{ background: on.paper, color: on.ink, ...text }}
    >
      <div
        className="grid grid-cols-[1fr_auto_1fr] items-end gap-3 pb-3"
        style={{ borderBottom: `3px double ${on.ink}` }}
      >
        <Ear ear={theme.ears[0]} soft={on.soft} />
        {logo ? (
          // biome-ignore lint/performance/noImgElement: a file of the library, in the size that is shown
          <img src={fileAddress(logo, 'thumb-640')} alt={paper} className="h-10 w-auto" />
        ) : (
          <p className="text-[28px]" style={head}>
            {paper}
          </p>
        )}
        <Ear ear={theme.ears[1]} soft={on.soft} end />
      </div>
      <ul className="flex flex-wrap gap-x-4 py-2 text-[13px]" style={{ ...head, borderBottom: `1px solid ${on.hair}` }}>
        {sections.map((section) => (
          <li key={section.id} style={{ borderBottom: `2px solid ${colour(section.colour)}` }}>
            {section.name}
          </li>
        ))}
      </ul>
      <p className="pt-3 text-[13px] font-semibold" style={{ color: colour(lead?.colour ?? 'river') }}>
        {lead?.name ?? 'A section'}
      </p>
      <p className="text-[26px]" style={head}>
        The headline says what happened
      </p>
      <p className="pt-1.5 text-[15px] leading-snug" style={{ color: on.soft }}>
        The standfirst says what it means, and{' '}
        <span className="underline" style={{ color: colour('tide') }}>
          a link leads on
        </span>
        .
      </p>
      <p className="mt-3 p-2 text-[17px]" style={{ background: on.wash }}>
        <span className="block text-[13px] font-semibold" style={{ color: colour('opinion') }}>
          A voice
        </span>
        Opinion is set in the text face
      </p>
      <p className="mt-3 pt-2 text-[13px]" style={{ color: on.soft, borderTop: `1px solid ${on.hair}` }}>
        {theme.footer || 'The latest news and comment.'}
      </p>
    </figure>
  )
}

const Ear = ({ ear, soft, end }: { ear: Theme['ears'][0]; soft: string; end?: boolean }) => (
  <p className={`text-[11px] leading-tight ${end ? 'text-end' : ''}`} style={{ color: soft }}>
    <b className="block">{ear.title}</b>
    {ear.text}
  </p>
)
