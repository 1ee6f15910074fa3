import { describeRandomArrayPrograms } from './randomArrays.ts'

describeRandomArrayPrograms(1300)
