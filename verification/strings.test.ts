import { describeRandomTexts } from './strings.ts'

describeRandomTexts(20_000)
