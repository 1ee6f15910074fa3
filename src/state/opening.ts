import { compileGradual } from '../compile/gradual.ts'
import type { Compiled } from '../core.ts'
import { LECTURE } from '../examples/lecture.ts'

/**
 * What the first visit opens: the lecture’s running example. The build writes what this module exports in its place
 * (`scripts/build/made.ts`), so that the first graph needs no compiler. It is the same however the program is looked at.
 */
export const opening: Compiled & { readonly source: string } = { source: LECTURE, ...compileGradual(LECTURE) }
