import { useGradual } from '../../state/store.ts'
import { late } from '../kit/late/late.tsx'

const Predict = late('The prediction', () => import('../panels/hiding/Predict.tsx'))
const Lesson = late('The lesson', () => import('../panels/lesson/LessonPanel.tsx'))
const LessonEditor = late('The editor of lessons', () => import('../panels/lessonEditor/LessonEditor.tsx'))
const Show = late('What presents the page', () => import('../panels/show/Show.tsx'), { apart: true })

/** The lesson that is open, played or written; what is asked before each number; what presents the page. */
export default function Hall() {
  const predicts = useGradual((state) => state.predicting !== null)
  const presenting = useGradual((state) => state.presenting)
  const hasLesson = useGradual((state) => state.lesson !== null)
  const editing = useGradual((state) => state.editing)
  return (
    <>
      {predicts && <Predict />}
      {hasLesson && (editing ? <LessonEditor /> : <Lesson />)}
      {(presenting || hasLesson) && <Show />}
    </>
  )
}
