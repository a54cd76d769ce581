import type { ComponentProps, ReactNode } from 'react'

export type Tone = 'primary' | 'plain' | 'ghost' | 'danger'

const tones: Record<Tone, string> = {
  primary: 'border-accent bg-accent font-semibold text-on-accent hover:brightness-110',
  plain: 'border-line-strong bg-surface font-medium hover:bg-sunk',
  ghost: 'border-transparent font-medium hover:bg-sunk',
  danger: 'border-line-strong bg-surface font-medium text-withdrawn hover:bg-del',
}

/** The classes of a button, for links that look like one. */
export function buttonClass(tone: Tone = 'plain', small = false) {
  return `inline-flex items-center justify-center gap-1.5 rounded-control border whitespace-nowrap disabled:opacity-50 aria-disabled:opacity-50 ${small ? 'control-small px-2' : 'control px-2.5'} ${tones[tone]}`
}

type Props = ComponentProps<'button'> & { tone?: Tone; small?: boolean; children: ReactNode }

export function Button({ tone = 'plain', small = false, className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`${buttonClass(tone, small)} ${className}`} {...rest} />
}
