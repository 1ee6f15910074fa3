import { describeRandomTexts } from './strings.ts'

describeRandomTexts(1_000_000)
