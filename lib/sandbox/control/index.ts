import 'server-only'
import type { Fault } from '../faults/fault'
import type { SandboxIdentity } from '../identity'
import type { LimitMode } from '../limits/mode'
import { type DirectoryApp, opened, saved } from './app-registration'
import { type AppControl, createAppControl } from './apps'
import { type Conditions, changed, readChanges, type SandboxChanges, type Some, untouched } from './changes'
import { createKeyVaultControl, type KeyVaultControl } from './key-vault'
import type { KeyVaultState } from './key-vault-state'

export type { SandboxChanges } from './changes'

/** What a person would do in the Azure portal and in the organization's settings, and what may go wrong. */
export interface SandboxControl extends AppControl, KeyVaultControl {
  conditions(): Conditions
  setConditions(changes: Some<Conditions>): void
  faults(): readonly Fault[]
  /** Replaces the faults: those that were there are over, and counting starts anew. */
  setFaults(faults: readonly Fault[]): void
  limits(): LimitMode
  setLimits(mode: LimitMode): void
  /** Ends all faults, limits and unusual conditions; the apps and the key vault stay as they are. */
  calm(): void
  /** Back to how the sandbox was before anybody changed anything. */
  reset(): void
}

/** The directory as Entra ID's side of the sandbox asks it. */
export interface Directory {
  readonly apps: () => readonly DirectoryApp[]
  readonly findApp: (clientId: string) => DirectoryApp | undefined
  readonly conditions: () => Conditions
  readonly keyVault: () => KeyVaultState
}

interface ControlOptions {
  readonly identity: SandboxIdentity
  readonly load?: (() => unknown) | undefined
  readonly save?: ((changes: SandboxChanges) => void) | undefined
  readonly now?: (() => Date) | undefined
}

interface State extends Omit<SandboxChanges, 'apps'> {
  readonly apps: readonly DirectoryApp[]
}

const stateOf = ({ apps, ...rest }: SandboxChanges): State => ({ ...rest, apps: apps.map(opened) })

/** The state behind the portals. */
export function createControl({ identity, load, save, now = () => new Date() }: ControlOptions) {
  let state = stateOf(readChanges(load?.(), identity))

  function change(next: Partial<State>): void {
    state = { ...state, ...next }
    save?.({ ...state, apps: state.apps.map(saved) })
  }

  const apps = createAppControl({ get: () => state.apps, set: (next) => change({ apps: next }) }, identity)
  const conditions = () => state.conditions
  const vault = { get: () => state.keyVault, set: (next: KeyVaultState) => change({ keyVault: next }) }
  const control: SandboxControl = {
    ...apps.control,
    ...createKeyVaultControl(vault, identity, now),
    conditions,
    setConditions: (changes) => change({ conditions: changed(state.conditions, changes) }),
    faults: () => state.faults,
    setFaults: (faults) => change({ faults: [...faults] }),
    limits: () => state.limits,
    setLimits: (limits) => change({ limits }),
    calm() {
      const { apps: _, keyVault: __, ...quiet } = untouched(identity)
      change(quiet)
    },
    reset: () => change(stateOf(untouched(identity))),
  }
  const directory: Directory = { apps: () => state.apps, findApp: apps.findApp, conditions, keyVault: vault.get }
  return { control, directory }
}
