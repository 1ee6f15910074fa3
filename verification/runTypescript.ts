import { transformWithOxc } from 'vite'
import type { PrintedNumbers } from './exports/codeNumbers.ts'

/** What a TypeScript file prints, its types taken off. */
export async function runTypescript(text: string): Promise<PrintedNumbers> {
  const { code } = await transformWithOxc(text, 'file.ts')
  const printed: string[] = []
  new Function('console', code)({ log: (line: string) => printed.push(line) })
  if (printed.length !== 1) throw new Error(`${printed.length} lines were printed`)
  return JSON.parse(printed[0])
}
