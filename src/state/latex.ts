import { later } from './later.ts'

/** A pasted formula waits for it: until it is here, the text is said to be LaTeX. */
export const latex = later('What reads LaTeX', () => import('../compile/latex.ts'))
