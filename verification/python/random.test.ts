import { describeRandomPython } from './random.ts'

describeRandomPython(300)
