import { Search } from 'lucide-react'
import Form from 'next/form'

import { Icon } from './icon'

/**
 * The search of a list: an address, with or without JavaScript.
 * @param action the list's path
 * @param keep the rest of the list's address
 * @param id for the key that focuses it
 */
export function Find(props: {
  action: string
  label: string
  value: string
  keep?: Record<string, string | undefined>
  id?: string
  className?: string
}) {
  return (
    <search className={props.className}>
      <Form action={props.action} className="relative">
        {Object.entries(props.keep ?? {}).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Icon of={Search} className="absolute start-2 top-[7px] text-quiet max-phone:top-3.5" />
        <input
          key={props.value}
          id={props.id}
          name="q"
          type="search"
          defaultValue={props.value}
          aria-label={props.label}
          placeholder={props.label}
          className="control w-full rounded-control border border-line bg-sunk ps-7 pe-2"
        />
      </Form>
    </search>
  )
}
