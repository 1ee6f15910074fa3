export { graphViewer } from './camera/viewer.ts'
export { focusGraph } from './navigation/navigate.ts'
export { Graphs } from './pane/graphs.tsx'
export { Overview } from './pane/lateOverview.ts'
