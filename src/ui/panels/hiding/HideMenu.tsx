import { DialogButton } from '../../kit/dialog/DialogButton.tsx'
import { late } from '../../kit/late/late.tsx'

const HideChoices = late('What can be hidden', () => import('./HideChoices.tsx'))

/** Chooses what is hidden, and whether each number is asked for. */
export const HideMenu = () => (
  <DialogButton label="Hide" title="Hide, and ask">
    {() => <HideChoices />}
  </DialogButton>
)
