'use client'

import type { ComponentProps } from 'react'

import { WhenField } from '#app/(newsroom)/when-field'

import { readEndAction } from './actions'

type Props = Pick<ComponentProps<typeof WhenField>, 'paper' | 'initial' | 'readOnly' | 'error'>

/** Until when something of the library may be shown, typed or picked; a day is meant to its end. */
export const EndField = (props: Props) => (
  <WhenField
    {...props}
    label="May be shown until"
    name="expires"
    read={readEndAction}
    placeholder="31 dec"
    tries="“31 dec” or “in 3 months”"
    hint={`As in “31 dec”, “in 3 months”, or picked, by the newsroom’s clock (${props.paper.timezone}). Left empty: without an end.`}
  />
)
