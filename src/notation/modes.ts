/** The modes by name, by the sign that their numbers carry in every picture, by what their passes compute, and by what seeds them. */
export const MODE_TITLES = { forward: 'Forward mode', reverse: 'Reverse mode' } as const
export const MODE_SIGNS = { forward: '▸', reverse: '◂' } as const
export const PASS_NAMES = { forward: 'tangent', reverse: 'adjoint' } as const
export const END_NAMES = { forward: 'input', reverse: 'output' } as const
