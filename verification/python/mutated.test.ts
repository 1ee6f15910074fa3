import { testMutatedPrograms } from './mutated.ts'

testMutatedPrograms(1)
