'use client'

import { createContext } from 'react'

/** The newsroom's, for times that stand in a text. */
export const Zone = createContext('UTC')
