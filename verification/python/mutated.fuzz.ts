import { testMutatedPrograms } from './mutated.ts'

testMutatedPrograms(50)
