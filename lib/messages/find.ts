import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'

export type Messages = typeof en

const languages: Record<string, Messages> = { ar, de, en, es, fr }

/** The site's words in the paper's language, or in English where there is no file for it. @param language BCP 47 */
export const messagesIn = (language: string): Messages => languages[language.split('-')[0]?.toLowerCase() ?? ''] ?? en
