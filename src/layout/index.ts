export { bezier, curvesOf } from './curve.ts'
export { labelPoint } from './labelPoint.ts'
export { layOut } from './pipeline.ts'
