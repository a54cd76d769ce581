import type { LibraryItem } from '../queries/media'
import type { Paper } from '../queries/paper'
import { alone } from '../shown'
import type { Ear, Theme } from '../theme/content'
import { Picture } from './picture'

type Props = { paper: Paper; theme: Theme; logos: ReadonlyMap<string, LibraryItem>; home: boolean }

/** The name of the paper, in its own lettering where it has a logo; on the home page between its ears. */
export function Masthead({ paper, theme, logos, home }: Props) {
  const [first, second] = theme.ears
  return (
    <div className={home ? 'wrap mast' : 'wrap mast small'}>
      {home && <EarView ear={first} />}
      <p className="word">
        <a href="/">
          <Logo theme={theme} logos={logos} name={paper.name} />
        </a>
      </p>
      {home && <EarView ear={second} />}
    </div>
  )
}

function Logo({ theme, logos, name }: Pick<Props, 'theme' | 'logos'> & { name: string }) {
  const [light, dark] = [logos.get(theme.logo), logos.get(theme.logoDark)]
  if (!light) return name
  const spot = { sizes: '(min-width: 40rem) 36rem, 80vw', most: 960 } as const
  return (
    <>
      <span className="sr-only">{name}</span>
      <span className={dark ? 'logo by-day' : 'logo'}>
        <Picture shown={alone(light)} {...spot} decorative />
      </span>
      {dark && (
        <span className="logo by-night">
          <Picture shown={alone(dark)} {...spot} decorative />
        </span>
      )}
    </>
  )
}

const EarView = ({ ear: { title, text } }: { ear: Ear }) =>
  title || text ? (
    <p className="ear">
      {title && <b>{title}</b>} {text}
    </p>
  ) : null
