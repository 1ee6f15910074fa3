import type { Mode } from '../autodiff/pass.ts'
import { MODE_SIGNS } from '../notation/modes.ts'
import type { Pass } from '../trace/pass.ts'

/** What a chip holds: a tangent, an adjoint, or what an adjoint changes by. */
export type Mark = Mode | 'second'

/** Of a Hessian-vector product: v̇, v̄ and v̄̇ stand beside each other. */
export const STACK: readonly Mark[] = ['forward', 'reverse', 'second']

export const markOf = ({ kind, second }: Pass): Mark => (second ? 'second' : kind === 'adjoint' ? 'reverse' : 'forward')

/** What the chips hold in a picture of these modes: a single chip at each node holds that of the mode shown. */
export const marksIn = (marks: readonly Mark[], modes: readonly Mode[]): readonly Mark[] =>
  marks.length === 1 ? modes : marks

export const SIGNS: Readonly<Record<Mark, string>> = { ...MODE_SIGNS, second: '◂▸' }
