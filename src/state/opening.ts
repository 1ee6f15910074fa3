import { type Compiled, compile } from '../core.ts'
import { published } from '../lessons/published.ts'

const source = published[0].program

/**
 * What the first visit opens: the lecture’s running example. The build writes what this module exports in its place
 * (`scripts/build/made.ts`), so that the first graph needs no compiler. It is the same however the program is looked at.
 */
export const opening: Compiled & { readonly source: string } = { source, ...compile(source) }
