import { DialogButton } from '../../kit/dialog/DialogButton.tsx'
import { late } from '../../kit/late/late.tsx'

const ReferenceContent = late('The reference', () => import('./ReferenceContent.tsx'))

/** The language and its functions, to look up. */
export const Reference = () => (
  <DialogButton label="Reference">{(close) => <ReferenceContent onTry={close} />}</DialogButton>
)
