import { Fragment } from 'react'

import type { FilledFront } from '../front/fill'
import type { Setting } from '../front/filling'

/** The containers of a front, one below the other. */
export const FrontView = ({ front, setting }: { front: FilledFront; setting: Setting }) =>
  front.parts.map(({ containers, view }) => <Fragment key={containers[0]?.id}>{view(setting)}</Fragment>)
