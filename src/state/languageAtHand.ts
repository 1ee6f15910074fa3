import { languageOf } from '../compile/languageOf.ts'
import type { ProgramLanguage } from '../core.ts'
import type { State } from './store.ts'

/** What the text on the screen is read as. */
export const languageAtHand = ({ reading, source }: State): ProgramLanguage => reading ?? languageOf(source)
