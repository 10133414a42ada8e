import type { ComponentProps } from 'react'
import { Badge } from './badge'
import type { IconName } from './icon'

type Tone = NonNullable<ComponentProps<typeof Badge>['tone']>

/** Every verdict has a word, an icon and a colour, so that none of them has to be seen. */
const looks = {
  passed: { tone: 'passed', icon: 'check', word: 'Passed' },
  limited: { tone: 'plain', icon: 'alert', word: 'Limited' },
  warned: { tone: 'warned', icon: 'alert', word: 'Warning' },
  failed: { tone: 'failed', icon: 'cross', word: 'Failed' },
  skipped: { tone: 'plain', icon: 'skip', word: 'Skipped' },
} satisfies Record<string, { tone: Tone; icon: IconName; word: string }>

export function VerdictBadge({ verdict }: { readonly verdict: keyof typeof looks }) {
  const { tone, icon, word } = looks[verdict]
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  )
}
