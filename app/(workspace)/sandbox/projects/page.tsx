import { Projects } from './projects'

export const metadata = { title: 'Projects' }

export default function ProjectsPage() {
  return <Projects />
}
