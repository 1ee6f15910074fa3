import type { Mode } from '../../../autodiff/pass.ts'
import { MODE_SIGNS } from '../../../notation/modes.ts'
import type { Frame } from '../../../trace/pass.ts'

export type PassRole = Mode | 'primal'

export const ROLE_SIGN: Readonly<Record<PassRole, string>> = { primal: '', ...MODE_SIGNS }

/** The mode in whose colours the sentence about a pass stands. */
export const passRoleOf = ({ pass: { kind } }: Frame, mode: Mode): PassRole =>
  kind === 'primal' ? 'primal' : kind === 'tangent' ? 'forward' : kind === 'adjoint' ? 'reverse' : mode
