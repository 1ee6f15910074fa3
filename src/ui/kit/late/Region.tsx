import { Component, type ReactNode } from 'react'
import './late.css'

interface Props {
  /** The subject of the sentence that says that it stopped. */
  readonly name: string
  readonly children: ReactNode
}

/** A part of the page that stands for itself: a mistake in it takes nothing else down. */
export class Region extends Component<Props, { readonly fault: Error | null }> {
  override state = { fault: null as Error | null }

  static getDerivedStateFromError = (fault: Error) => ({ fault })

  override render() {
    const { fault } = this.state
    if (!fault) return this.props.children
    return (
      <div className="missing" role="alert">
        <p>
          {this.props.name} stopped by a mistake of this page ({fault.message}).
        </p>
        <button type="button" className="button" onClick={() => this.setState({ fault: null })}>
          Try again
        </button>
      </div>
    )
  }
}
