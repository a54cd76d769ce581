import { en } from './en'

export type Messages = typeof en

const languages: Record<string, Messages> = { en }

/** The site's words in the paper's language, or in English where there is no file for it. @param language BCP 47 */
export const messagesIn = (language: string): Messages => languages[language.split('-')[0] ?? ''] ?? en
