import type { Session } from '../../../state/session.ts'

/** What a view is about. */
export interface ViewProps {
  readonly session: Session
}
