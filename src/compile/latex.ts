import { latexProblems } from '../latex/latex.ts'
import type { Compiled } from './compiled.ts'

/** LaTeX is no program yet: its problems say which one it stands for, or what in it is not read. Never throws. */
export const compileLatex = (source: string): Compiled => ({
  ...{ graph: null, inputs: [], diagnostics: latexProblems(source) },
  language: 'gradual',
})
