import type { Code } from '../resolve/code.ts'
import type { Scope } from '../resolve/declarations.ts'
import type { Leaves } from '../resolve/inputs.ts'
import type { ProgramProblems } from '../resolve/problems.ts'

/** What a program is written on a tape from. */
export interface Source {
  readonly scope: Scope
  readonly code: Code
  readonly leaves: Leaves
  readonly problems: ProgramProblems
  /** Whether structurally equal subexpressions are one node. */
  readonly share: boolean
  /** The places of calls and operations that are opened; `all` opens every call, and no operation. */
  readonly open: ReadonlySet<number> | 'all'
}
