import { describeRandomPython } from './random.ts'

describeRandomPython(10_000)
