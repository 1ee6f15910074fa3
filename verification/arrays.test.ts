import { describeRandomArrayPrograms } from './randomArrays.ts'

describeRandomArrayPrograms(1400)
