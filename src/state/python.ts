import { later } from './later.ts'

/** The page itself reads Python only where the worker that does it does not run. */
export const python = later('What reads Python', () => import('../compile/python.ts'))
