import { describeRandomArrayPrograms } from './randomArrays.ts'

describeRandomArrayPrograms(10_000)
