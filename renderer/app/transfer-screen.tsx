import '../words/rooms.ts'
import type { LineFacts } from '../../shared/playbook/placeholders.ts'
import type { ChecklistSnapshot } from '../checklist/checklist.view.ts'
import { useReadable } from '../ui/use-readable.ts'
import { TransferDesk, type TransferDeskProps } from './transfer-desk.tsx'
import { useTransfer } from './use-transfer.ts'

interface TransferScreenProps extends Omit<TransferDeskProps, 'transfer'> {
  readonly snapshot: ChecklistSnapshot
  readonly facts: LineFacts
}

/** The call while it is being transferred; its brief is composed only here, where somebody reads it. */
export function TransferScreen({ snapshot, facts, ...props }: TransferScreenProps) {
  const { playbooks } = useReadable(props.steadyline.mirror)
  const transfer = useTransfer(props.deskCall, snapshot, facts, playbooks)
  return transfer ? <TransferDesk {...props} transfer={transfer} /> : null
}
