import { describeRandomPrograms } from './random.ts'

describeRandomPrograms(10_000)
