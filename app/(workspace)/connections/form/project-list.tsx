import type { Project } from '#lib/work-items/schema'

/** ID of the list, for the field that offers it. */
export const projectList = 'projects'

interface ProjectListProps {
  /** Undefined while they are not known: the field takes any name. */
  readonly projects: readonly Project[] | undefined
}

/** The projects that the app sees, to help with the typing. */
export function ProjectList({ projects = [] }: ProjectListProps) {
  return (
    <datalist id={projectList}>
      {projects.map(({ id, name }) => (
        <option key={id} value={name} />
      ))}
    </datalist>
  )
}
