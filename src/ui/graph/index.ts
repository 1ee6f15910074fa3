export { Graphs } from './graphs.tsx'
export { Overview } from './lateOverview.ts'
export { focusGraph } from './navigate.ts'
