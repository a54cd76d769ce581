import { directionOf } from '../direction'

/** Attributes of words in another language than the paper's. @param language BCP 47, or '' for the paper's */
export const spoken = (language: string) => (language ? { lang: language, dir: directionOf(language) } : {})
