import type { Mode } from '../../autodiff/pass.ts'
import type { Pass } from '../../trace/pass.ts'

/** What a chip holds: a tangent, an adjoint, or what an adjoint changes by. */
export type Mark = Mode | 'second'

const STACK: readonly Mark[] = ['forward', 'reverse', 'second']

export const markOf = ({ kind, second }: Pass): Mark => (second ? 'second' : kind === 'adjoint' ? 'reverse' : 'forward')

/** Of a chip among those of its node. */
export const markAt = (side: Mode, chips: number, place: number): Mark => (chips === 1 ? side : STACK[place])

export const SIGNS: Readonly<Record<Mark, string>> = { forward: '▸', reverse: '◂', second: '◂▸' }
