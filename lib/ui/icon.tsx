import type { LucideIcon } from 'lucide-react'

export type Glyph = LucideIcon

/** Decorative beside words; an icon alone needs an aria-label on its button. */
export function Icon({ of: Shape, size = 16, className = '' }: { of: Glyph; size?: number; className?: string }) {
  return <Shape size={size} strokeWidth={1.5} aria-hidden className={`flex-none ${className}`} />
}
