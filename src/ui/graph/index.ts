export { Graphs } from './graphs.tsx'
export { focusGraph } from './navigate.ts'
