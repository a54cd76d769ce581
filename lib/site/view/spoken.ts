import { directionOf } from '../direction'

/** Attributes of words in another language than the paper's. @param language BCP 47, or '' for the paper's */
export const spoken = (language: string) => (language ? { lang: language, dir: directionOf(language) } : {})

/** What a language is called in itself, as a line begins: `Cymraeg`. @param language BCP 47 */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(language))
}
