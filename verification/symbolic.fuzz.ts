import { describeSymbolic } from './symbolic.ts'

describeSymbolic(30_000, 3_000)
