import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import type { Rotation } from './schema'

/** With what a connection signs, and where the change to another certificate stands. */
export interface Certificates {
  readonly certificateId: string
  readonly rotation: Rotation
}

const outOfStep = (detail: string) => new AppError('rotation_out_of_step', { detail })

function nextOf({ rotation: { nextCertificateId } }: Certificates): string {
  if (!nextCertificateId) throw outOfStep('No next certificate is chosen.')
  return nextCertificateId
}

function previousOf({ rotation: { previousCertificateId } }: Certificates): string {
  if (!previousCertificateId) throw outOfStep('There is no previous certificate.')
  return previousCertificateId
}

/** @throws rotation_out_of_step while a previous one is not retired, rotation_certificate_is_current */
export function chooseNext({ certificateId, rotation }: Certificates, next: string): Certificates {
  if (rotation.previousCertificateId) throw outOfStep('The previous certificate is not retired yet.')
  if (next === certificateId) throw new AppError('rotation_certificate_is_current', { field: 'certificateId' })
  return { certificateId, rotation: { nextCertificateId: next } }
}

/** @throws rotation_out_of_step */
export function cancel(certificates: Certificates): Certificates {
  nextOf(certificates)
  return { certificateId: certificates.certificateId, rotation: {} }
}

/** @throws rotation_out_of_step */
export function switchOver(certificates: Certificates, graceEndsAt: string): Certificates {
  return {
    certificateId: nextOf(certificates),
    rotation: { previousCertificateId: certificates.certificateId, graceEndsAt },
  }
}

/** @throws rotation_out_of_step */
export function switchBack(certificates: Certificates): Certificates {
  return {
    certificateId: previousOf(certificates),
    rotation: { nextCertificateId: certificates.certificateId },
  }
}

/** @throws rotation_out_of_step */
export function retire(certificates: Certificates): Certificates {
  previousOf(certificates)
  return { certificateId: certificates.certificateId, rotation: {} }
}
