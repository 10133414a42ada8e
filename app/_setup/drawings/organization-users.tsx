import { Entry, Mark, Menu, Push, Sketch, shortened, Words } from './parts'

interface OrganizationUsersDrawingProps {
  readonly appName: string
  readonly organization: string
}

export function OrganizationUsersDrawing({ appName, organization }: OrganizationUsersDrawingProps) {
  return (
    <Sketch
      label={`The panel “Add new users” of the organization ${organization}: the app by its name, the access level Basic, and a project`}
      bar={`dev.azure.com / ${shortened(organization, 24)} / Settings / Users`}
      height={236}
    >
      <Menu entries={['Overview', 'Projects', 'Users', 'Microsoft Entra']} chosen="Users" />
      <Words x={136} y={48} text="Add new users" isStrong />
      <Entry x={136} y={70} width={230} label="Users or service principals" text={shortened(appName, 34)} isMarked />
      <Mark x={380} y={80} number={1} />
      <Entry x={136} y={114} width={230} label="Access level" text="Basic" isMarked />
      <Mark x={380} y={124} number={2} />
      <Entry x={136} y={158} width={230} label="Add to projects" text="at least one" isMarked />
      <Mark x={380} y={168} number={3} />
      <Push x={136} y={200} width={42} text="Add" isMarked />
      <Mark x={192} y={210} number={4} />
    </Sketch>
  )
}
