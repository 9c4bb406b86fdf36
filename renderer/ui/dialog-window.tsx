import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { ScrollArea } from './scroll-area.tsx'

interface DialogWindowProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A window over the desk; another page in the same window takes the focus anew. */
export function DialogWindow({ title, closeLabel, onClose, children }: DialogWindowProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-10 flex items-end justify-center bg-shade sm:items-center"
    >
      <Modal className="flex max-h-[92dvh] w-full max-w-md flex-col rounded-t-2xl border border-line bg-bg shadow-card sm:rounded-2xl">
        <Dialog key={title} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-center justify-between gap-3 border-b border-line px-4 py-3">
            <Heading slot="title" className="text-caller font-semibold">
              {title}
            </Heading>
            <Button
              aria-label={closeLabel}
              onPress={onClose}
              className="size-8 rounded-small text-caller text-muted hover:bg-sunken"
            >
              <span aria-hidden="true">×</span>
            </Button>
          </header>
          <ScrollArea className="flex flex-col gap-5 p-4">{children}</ScrollArea>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
