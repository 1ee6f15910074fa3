import { useMemo } from 'react'
import { passCount } from '../../../autodiff/seeds.ts'
import { hidesResults } from '../../../state/hiding.ts'
import { show } from '../../../state/playback.ts'
import { type Session, shownSession } from '../../../state/session.ts'
import { change, now, useGradual } from '../../../state/store.ts'
import { unfold, useIsUnfolded } from '../../kit/fold/Fold.tsx'
import { HiddenPart } from '../../kit/hidden/HiddenPart.tsx'
import { late } from '../../kit/late/late.tsx'
import { DataSwitch } from '../../kit/number/DataSwitch.tsx'
import { CopyMenu } from './CopyMenu.tsx'
import { JacobianTable } from './jacobian/JacobianTable.tsx'
import { lineGroups } from './jacobian/lines.ts'
import { copiedJacobian, isCopyable } from './jacobianCopy.ts'
import { ArraySeeds } from './seeds/ArraySeeds.tsx'
import { useDraft, weightsOf } from './seeds/draft.ts'
import { productsOf, type SeedProducts } from './seeds/products.ts'
import { SeedBar, toUnits } from './seeds/SeedBar.tsx'
import './jacobian/jacobian.css'

const SecondOrder = late('The second order', () => import('./hessian/SecondOrder.tsx'))
const PictureSection = late('The picture of the Jacobian', () => import('./sparsity/PictureSection.tsx'))

/** All derivatives of the program at its point: as numbers or as a picture, with seeds, and of second order. */
export default function JacobianTab() {
  const session = useGradual(shownSession)
  if (!session) return <p>Type a program: its derivatives appear here.</p>
  return (
    <div className="jacobian-panel">
      <Jacobian session={session} />
    </div>
  )
}

/** Rows and columns from which on a picture says more than a table. */
const MANY = 10

function Jacobian({ session }: { readonly session: Session }) {
  const { graph } = session
  const products = useProducts(session)
  const isLarge = Math.min(passCount(graph, 'forward'), passCount(graph, 'reverse')) > MANY
  const hasPicture = useGradual((state) => state.jacobianPicture) ?? isLarge
  const wantsSecond = useIsUnfolded('second')
  const isSecond = session.timeline.reverse.of === 'second'
  const hasSecond = wantsSecond || isSecond
  const isHidden = useGradual(hidesResults)
  const toggleSecond = () => {
    unfold('second', !hasSecond)
    if (isSecond) show('compare')
  }
  return (
    <>
      <div className="jacobian-views">
        <Toggle title="Seeds" isOpen={products !== null} onToggle={products ? close : open} />
        <Toggle title="Picture" isOpen={hasPicture} onToggle={() => change({ jacobianPicture: !hasPicture })} />
        <Toggle title="Second order" isOpen={hasSecond} onToggle={toggleSecond} />
        {isCopyable(session) && (
          <CopyMenu what="the Jacobian" sheet={() => copiedJacobian(session, now().shown, now().position)} />
        )}
      </div>
      <DataSwitch />
      {isHidden && (products || hasPicture || hasSecond) && (
        <HiddenPart what="Products, picture and second order are" />
      )}
      {!isHidden && products && <Seeds session={session} products={products} />}
      {!isHidden && hasPicture && <PictureSection session={session} />}
      {!isSecond && <JacobianTable session={session} products={isHidden ? null : products} />}
      {!isHidden && hasSecond && <SecondOrder session={session} />}
    </>
  )
}

interface ToggleProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

const Toggle = ({ title, isOpen, onToggle }: ToggleProps) => (
  <button type="button" className="button" aria-expanded={isOpen} onClick={onToggle}>
    {title}
  </button>
)

const open = () => unfold('seeds', true)

function close(): void {
  unfold('seeds', false)
  toUnits()
}

/** Numbers that the seeds may have together. */
const MOST_SEEDED = 100_000

/** null while the seeds are closed. */
function useProducts(session: Session): SeedProducts | null {
  const { forward, reverse } = useDraft()
  const isOpen = useIsUnfolded('seeds')
  const seeds = useGradual((state) => state.seeds)
  const { graph, timeline } = session
  const isOwn = timeline.forward.of === 'own' || timeline.reverse.of === 'own'
  const shows = (isOpen || isOwn) && graph.offset[graph.size] <= MOST_SEEDED
  return useMemo(
    () =>
      shows
        ? productsOf(
            session,
            weightsOf(session.graph, 'forward', seeds, forward),
            weightsOf(session.graph, 'reverse', seeds, reverse),
          )
        : null,
    [shows, session, seeds, forward, reverse],
  )
}

function Seeds({ session, products }: { readonly session: Session; readonly products: SeedProducts }) {
  const { graph } = session
  return (
    <section className="seeds" aria-label="Seeds">
      <p>
        A tangent pass takes any direction v over the inputs and gives J·v; an adjoint pass takes any weights w over the
        outputs and gives wᵀ·J. Neither needs J.
      </p>
      <SeedBar session={session} products={products} />
      <ArraySeeds mode="forward" letter="v" groups={lineGroups(graph, graph.inputs)} weights={products.v} />
      <ArraySeeds mode="reverse" letter="w" groups={lineGroups(graph, graph.outputs)} weights={products.w} />
    </section>
  )
}
