'use client'
import { useSetup } from '#setup/setup-provider'
import { Card } from '#ui/card'
import { Choice } from '#ui/choice'

const options = [
  { value: 'skipped', label: 'Skip it', description: 'Nothing is missing without it.' },
  { value: 'done', label: 'It is done', description: 'For the checklist. Azure DevOps does not look at it.' },
] as const

export function PermissionsDecision() {
  const { draft, change } = useSetup()
  return (
    <Card>
      <Choice
        legend="What became of this step"
        name="permissions"
        value={draft.permissions}
        options={options}
        onChange={(permissions) => change({ permissions })}
      />
    </Card>
  )
}
