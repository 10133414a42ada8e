'use client'
import { Component, type ReactNode } from 'react'
import { CodeBlock } from '#ui/code-block'
import { Notice } from '#ui/notice'

interface AnswerBoundaryProps {
  readonly text: string
  readonly children: ReactNode
}

/** An answer that cannot be shown must not take the form with it, and what was typed there. */
export class AnswerBoundary extends Component<AnswerBoundaryProps, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    const { text, children } = this.props
    if (!this.state.isBroken) return children
    return (
      <div className="space-y-4">
        <Notice tone="danger" title="The answer could not be shown">
          <p>It is below as text. The request itself was answered.</p>
        </Notice>
        <CodeBlock text={text} what="Answer" />
      </div>
    )
  }
}
