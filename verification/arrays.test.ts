import { describeRandomArrayPrograms } from './randomArrays.ts'

describeRandomArrayPrograms(600)
