import { TriangleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

import { Icon } from './icon'

const box =
  'w-full rounded-control border border-line-strong bg-surface px-2 aria-[invalid=true]:border-withdrawn read-only:bg-canvas disabled:bg-canvas'

type Common = { label: string; hint?: ReactNode; error?: string; hideLabel?: boolean }

/** Label, control, hint and error, tied together for screen readers. */
function Field({ label, hint, error, hideLabel, id, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className="text-label text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-label text-withdrawn">
          <Icon of={TriangleAlert} size={14} className="mt-px" />
          {error}
        </p>
      )}
    </div>
  )
}

const described = (id: string, { hint, error }: Common) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': error ? `${id}-error` : hint ? `${id}-hint` : undefined,
})

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  className = '',
  ...rest
}: Common & ComponentProps<'input'>) {
  const id = useId()
  return (
    <Field {...{ label, hint, error, hideLabel, id }}>
      <input {...described(id, { label, hint, error })} className={`control ${box} ${className}`} {...rest} />
    </Field>
  )
}

export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  className = '',
  ...rest
}: Common & ComponentProps<'textarea'>) {
  const id = useId()
  return (
    <Field {...{ label, hint, error, hideLabel, id }}>
      <textarea
        rows={3}
        {...described(id, { label, hint, error })}
        className={`py-1.5 ${box} ${className}`}
        {...rest}
      />
    </Field>
  )
}

export function SelectField({
  label,
  hint,
  error,
  hideLabel,
  className = '',
  children,
  ...rest
}: Common & ComponentProps<'select'>) {
  const id = useId()
  return (
    <Field {...{ label, hint, error, hideLabel, id }}>
      <select {...described(id, { label, hint, error })} className={`control ${box} ${className}`} {...rest}>
        {children}
      </select>
    </Field>
  )
}

/** One choice of several, with what it means under it. */
export function Radio({ label, hint, ...rest }: { label: ReactNode; hint?: ReactNode } & ComponentProps<'input'>) {
  return (
    <label className="grid grid-cols-[16px_1fr] gap-x-2 py-1.5">
      <input type="radio" className="mt-0.5 size-4 accent-accent" {...rest} />
      <span className="font-medium">{label}</span>
      {hint && <span className="col-start-2 text-label text-quiet">{hint}</span>}
    </label>
  )
}

export function Checkbox({ label, hint, ...rest }: { label: ReactNode; hint?: ReactNode } & ComponentProps<'input'>) {
  return (
    <label className="grid grid-cols-[16px_1fr] gap-x-2 py-1">
      <input type="checkbox" className="mt-0.5 size-4 accent-accent" {...rest} />
      <span>{label}</span>
      {hint && <span className="col-start-2 text-label text-quiet">{hint}</span>}
    </label>
  )
}
