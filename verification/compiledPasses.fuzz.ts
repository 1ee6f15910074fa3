import { describeCompiledPasses } from './compiledPasses.ts'

describeCompiledPasses(20_000, 5_000, 10_000)
