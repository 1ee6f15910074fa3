import type { Diagnostic } from '../core.ts'

/** `program.txt:3:7: error: …`, as compilers say it, so that editors find the place. */
export function diagnosed(file: string, source: string, { severity, message, from, fix }: Diagnostic): string {
  const before = source.slice(0, from).split('\n')
  const column = [...(before.at(-1) as string)].length + 1
  // What a text in LaTeX says as a program of ours.
  const instead = fix?.preview === undefined ? '' : fix.preview.replace(/^/gm, '    ').concat('\n')
  return `${file}:${before.length}:${column}: ${severity}: ${message.replaceAll('\n', ' ')}\n${instead}`
}
