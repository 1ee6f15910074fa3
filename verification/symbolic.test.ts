import { describeSymbolic } from './symbolic.ts'

describeSymbolic(1_000, 150)
