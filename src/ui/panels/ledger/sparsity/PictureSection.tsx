import type { Session } from '../../../../state/session.ts'
import { useAnswer } from '../../../kit/costs/useAnswer.ts'
import SparsityPicture from './SparsityPicture.tsx'

/** The picture, once it is known where the Jacobian can differ from 0. */
export default function PictureSection({ session }: { readonly session: Session }) {
  const pattern = useAnswer(session.primal, 'pattern', null)
  if (pattern === null)
    return (
      <p className="jacobian-legend">Looking where the Jacobian can differ from 0 … A very large one has no picture.</p>
    )
  return <SparsityPicture session={session} pattern={pattern} />
}
