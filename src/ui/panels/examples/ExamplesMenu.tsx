import type { ReactNode } from 'react'
import { DialogButton } from '../../kit/dialog/DialogButton.tsx'
import { late } from '../../kit/late/late.tsx'

const ExamplesList = late('The list of examples', () => import('./ExamplesList.tsx'))

/** Opens a program from the examples or from the user's recent ones; above them stands what else there is to open. */
export const ExamplesMenu = ({ above }: { readonly above?: (close: () => void) => ReactNode }) => (
  <DialogButton label="Examples">
    {(close) => (
      <>
        {above?.(close)}
        <ExamplesList onChosen={close} />
      </>
    )}
  </DialogButton>
)
