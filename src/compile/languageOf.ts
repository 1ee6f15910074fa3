import { looksLikePython } from '../foreign/recognised.ts'
import type { ProgramLanguage } from './compiled.ts'

/** What a text is written in, as far as its looks tell. */
export const languageOf = (source: string): ProgramLanguage => (looksLikePython(source) ? 'python' : 'gradual')
