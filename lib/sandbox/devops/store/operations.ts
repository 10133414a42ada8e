import 'server-only'

type OperationStatus = 'notSet' | 'inProgress' | 'succeeded'

/** What somebody asked for that takes its time. Here it is done at once, and only its operation looks unfinished. */
export interface Operations {
  /** Gives the ID under which the operation can be asked for. */
  begin(): string
  /** How far it is; each question brings it a step further. Nothing for an unknown ID. */
  ask(id: string): OperationStatus | undefined
}

const course = ['notSet', 'inProgress'] as const

export function createOperations(newGuid: () => string): Operations {
  const asked = new Map<string, number>()
  return {
    begin() {
      const id = newGuid()
      asked.set(id, 0)
      return id
    },
    ask(id) {
      const times = asked.get(id.toLowerCase())
      if (times === undefined) return undefined
      asked.set(id.toLowerCase(), times + 1)
      return course[times] ?? 'succeeded'
    },
  }
}
