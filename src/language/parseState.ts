import type { IsFunction } from './calling.ts'
import type { ParseProblems } from './problems.ts'
import type { Token } from './token.ts'

/** What the parts of the parser share: the text, what is wrong with it, and how much of it has been read. */
export interface ParseState {
  readonly source: string
  readonly problems: ParseProblems
  /** The names that the statements so far define. */
  readonly defined: DefinedNames
  readonly isFunction: IsFunction
  operations: number
  /** How many subscripts are being read in each other. */
  subscripts: number
}

/** Names of definitions. Few programs have something in them that makes the parser ask for one: until then they are only kept. */
export class DefinedNames {
  readonly #kept: string[] = []
  readonly #known = new Set<string>()

  add(name: string): void {
    this.#kept.push(name)
  }

  has(name: string): boolean {
    for (const each of this.#kept) this.#known.add(each)
    this.#kept.length = 0
    return this.#known.has(name)
  }
}

/** Whether a name is that of a function, and no statement so far gives it to a value. */
export const namesFunction = ({ isFunction, defined }: ParseState, { kind, text }: Token): boolean =>
  kind === 'name' && isFunction(text) && !defined.has(text)
