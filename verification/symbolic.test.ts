import { describeSymbolic, OF_PASS } from './symbolic.ts'

describeSymbolic(1_000, 150, OF_PASS)
