import { grouped } from '../../../../language/words.ts'
import type { Question } from '../../../../methods/question.ts'
import { useGradual } from '../../../../state/store.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { Along } from './Along.tsx'
import { Nudge } from './Nudge.tsx'
import { Over } from './Over.tsx'
import { MOST_ALONG, MOST_OVER } from './useCurve.ts'

/** The derivative as a slope, and as what a nudge comes to. */
export function Slope({ question }: { readonly question: Question }) {
  const { size } = question.view.graph
  const decides = useGradual(({ compilation }) => compilation.decides)
  return (
    <>
      <Explanation source="Blondel and Roulet 2024, chapter 2">
        The derivative is the slope of the line that touches the curve. Near the point the curve and its tangent line
        are almost the same: a small nudge changes the output by the slope times the nudge.
      </Explanation>
      {decides && (
        <p>
          A condition of the program depends on its inputs. The pictures go on with what runs at this point; where the
          condition turns, the program computes something else.
        </p>
      )}
      {size <= MOST_ALONG && <Along question={question} />}
      {size <= MOST_OVER && <Over question={question} />}
      {size > MOST_OVER && <p>{tooLarge(size <= MOST_ALONG ? 'contours' : 'curve and contours')}</p>}
      <Nudge question={question} />
    </>
  )
}

const tooLarge = (pictures: string): string =>
  `The program has more than ${grouped(MOST_OVER)} operations: its ${pictures} would take too long to draw while you wait.`
