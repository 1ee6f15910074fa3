/** What makes a graph out of a text, tells what the text is written in, and writes values into it. */
export { compileGradual } from '../compile/gradual.ts'
export { languageOf } from '../compile/languageOf.ts'
export { looksLikeLatex } from '../foreign/recognised.ts'
export { given } from './given.ts'
