import type { ComponentProps } from 'react'
import type { StepCondition } from '#lib/setup/schema'
import { Badge } from '#ui/badge'

type Look = Pick<ComponentProps<typeof Badge>, 'tone' | 'icon'> & { readonly word: string }

const looks: Readonly<Record<StepCondition, Look>> = {
  done: { tone: 'passed', icon: 'check', word: 'Done' },
  'not yet': { tone: 'warned', icon: 'alert', word: 'Not yet' },
  unknown: { tone: 'plain', icon: 'info', word: 'Cannot know yet' },
}

export function ConditionBadge({ condition }: { readonly condition: StepCondition }) {
  const { word, ...look } = looks[condition]
  return <Badge {...look}>{word}</Badge>
}
