'use client'

import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** A dialog of a block: out of the text, whose keys and looks are not its own. */
export const OverText = ({ children }: { children: ReactNode }) => createPortal(children, document.body)
