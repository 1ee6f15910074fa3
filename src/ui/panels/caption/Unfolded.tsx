import { Derivatives } from './Derivatives.tsx'
import { Details } from './Details.tsx'
import { sideOf } from './passRole.ts'
import { useIsDone, useTold } from './Told.tsx'

/** Each mode's step from the rule to the number, side by side. */
export default function Unfolded() {
  return (
    <>
      {useIsDone() && <Derivatives />}
      <div className="caption-details">
        {useTold().map(({ side, frame }) => (
          <section
            key={side}
            data-side={sideOf(frame, side)}
            aria-label={side === 'forward' ? 'Forward step' : 'Reverse step'}
          >
            <Details frame={frame} />
          </section>
        ))}
      </div>
    </>
  )
}
