import { momentFile } from '../../../../exports/carried/carried.ts'
import { links } from '../../../../state/links.ts'
import { now } from '../../../../state/store.ts'
import { saveFile } from '../../../kit/file/saveFile.ts'
import { type ForRecipient, fieldsFor } from './recipient.ts'

/** Gives the moment to the user as a file, which the page opens again. */
export async function saveMoment(chosen: ForRecipient): Promise<void> {
  const { carriedBut } = await links.get()
  saveFile('moment.gradual.json', 'application/json', momentFile(carriedBut(fieldsFor(chosen))))
}

/** Gives the program alone, as text. */
export function saveProgram(): void {
  const { source, compilation } = now()
  saveFile(compilation.language === 'python' ? 'program.py' : 'program.txt', 'text/plain', source)
}
