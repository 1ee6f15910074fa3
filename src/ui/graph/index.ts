export { CameraControls } from './controls.tsx'
export { focusGraph } from './navigate.ts'
export { GraphPane } from './pane.tsx'
