export { bezier, curvesOf } from './curve.ts'
export { layOut } from './pipeline.ts'
