import { Derivatives } from './Derivatives.tsx'
import { Details } from './Details.tsx'
import { passRoleOf } from './passRole.ts'
import { useIsDone, useTold } from './Told.tsx'

/** Each mode's step from the rule to the number, side by side. */
export default function Unfolded() {
  return (
    <>
      {useIsDone() && <Derivatives />}
      <div className="caption-details">
        {useTold().map(({ mode, frame }) => (
          <section
            key={mode}
            data-mode={passRoleOf(frame, mode)}
            aria-label={mode === 'forward' ? 'Forward step' : 'Reverse step'}
          >
            <Details frame={frame} />
          </section>
        ))}
      </div>
    </>
  )
}
