import { useGradual } from '../../state/store.ts'
import { late } from '../kit/late/late.tsx'
import LessonPanel from '../panels/lesson/LessonPanel.tsx'

const LessonEditor = late('The editor of lessons', () => import('../panels/lessonEditor/LessonEditor.tsx'))

/** The lesson that is open, played or written. */
export default function LessonContent() {
  return useGradual(({ editing }) => editing) ? <LessonEditor /> : <LessonPanel />
}
