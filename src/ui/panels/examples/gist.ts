/** Comments, and inputs that get a plain number: they say little about a program. */
const PLAIN = /^\s*(#.*|((data|param|const)\s+)?\w+\s*=\s*-?[\d.]+(e-?\d+)?\s*)?$/

/** The lines of a program that say most, at most as many as are asked for. */
export function gist(program: string, most: number): string {
  const lines = program.slice(0, 5_000).split('\n')
  const telling = lines.filter((line) => !PLAIN.test(line))
  const shown = (telling.length > 0 ? telling : lines).slice(0, most)
  return shown.join('\n') + (telling.length > most ? '\n…' : '')
}
