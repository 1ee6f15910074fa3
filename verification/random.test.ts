import { describeRandomPrograms } from './random.ts'

describeRandomPrograms(1_200)
