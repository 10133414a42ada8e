import { route } from '#server/route'
import { changeSandbox } from '#server/sandbox-state'

export const DELETE = route({ allow: 'editor' }, () => changeSandbox((control) => control.calm()))
