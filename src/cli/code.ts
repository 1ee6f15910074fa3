import type { CodeLanguageName } from '../exports/code/codeLanguage.ts'
import { codeAtHand } from '../state/exporting/codeAtHand.ts'
import { Fault } from './fault.ts'

const NAMES: Readonly<Record<string, CodeLanguageName>> = {
  ...{ pytorch: 'PyTorch', jax: 'JAX', numpy: 'NumPy', typescript: 'TypeScript' },
}

/** The program as code; a fault says why there is none. */
export async function code(language: string): Promise<string | Uint8Array> {
  const made = await codeAtHand(NAMES[language])
  if ('says' in made) throw new Fault(1, `gradual: ${made.says}\n`)
  return made.data
}
