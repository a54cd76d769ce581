import type { Author } from '../queries/cards'
import { alone } from '../shown'
import { Picture } from './picture'

/** Who wrote something, beside their name: it says nothing that the name does not. @param rem how wide it stands */
export const Face = ({ of: { face }, rem, base }: { of: Pick<Author, 'face'>; rem: number; base?: string }) =>
  face?.kind === 'picture' && (
    <Picture
      shown={alone(face)}
      shape="1:1"
      sizes={`${rem}rem`}
      most={rem > 5 ? 480 : 320}
      plainly={rem * 16}
      decorative
      base={base}
    />
  )
