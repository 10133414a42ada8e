import { expect, test } from 'vitest'
import { type Role, requireRole } from './access'

const member = (role: Role) => ({ id: 'm', workspaceId: 'w', role })

test.each([
  ['viewer', ['viewer']],
  ['editor', ['viewer', 'editor']],
  ['owner', ['viewer', 'editor', 'owner']],
] as const)('the role %s passes for %j and for no other', (has, passes) => {
  for (const needs of ['viewer', 'editor', 'owner'] as const) {
    const ask = () => requireRole(member(has), needs)
    if (passes.some((role) => role === needs)) expect(ask, needs).not.toThrow()
    else expect(ask, needs).toThrow(expect.objectContaining({ code: 'role_insufficient' }))
  }
})
