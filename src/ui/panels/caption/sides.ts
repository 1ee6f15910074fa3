import type { Mode } from '../../../autodiff/pass.ts'
import type { Frame } from '../../../trace/pass.ts'

export type Role = Mode | 'primal'

export const SIGN: Readonly<Record<Role, string>> = { primal: '', forward: '▸', reverse: '◂' }

/** In whose colours a pass is told. */
export const sideOf = ({ pass: { kind } }: Frame, side: Mode): Role =>
  kind === 'primal' ? 'primal' : kind === 'tangent' ? 'forward' : kind === 'adjoint' ? 'reverse' : side
