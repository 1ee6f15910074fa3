import type { Mode } from '../../../autodiff/pass.ts'
import { MODE_SIGNS } from '../../../notation/modes.ts'
import type { Frame } from '../../../trace/pass.ts'

export type Role = Mode | 'primal'

export const SIGN: Readonly<Record<Role, string>> = { primal: '', ...MODE_SIGNS }

/** The mode in whose colours the sentence about a pass stands. */
export const sideOf = ({ pass: { kind } }: Frame, side: Mode): Role =>
  kind === 'primal' ? 'primal' : kind === 'tangent' ? 'forward' : kind === 'adjoint' ? 'reverse' : side
