import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { knownZones } from './known-zones.ts'
import { placeName } from './place-name.ts'
import { clockOf, wallIn } from './said-time.ts'

interface ZoneBoxProps {
  readonly zone: string
  readonly onChoose: (zone: string) => void
  readonly now: number
}

/** Where the person is, found by typing a part of its name; each place with its clock now. */
export function ZoneBox({ zone, onChoose, now }: ZoneBoxProps) {
  const { t, i18n } = useTranslation()
  const minute = Math.floor(now / 60_000) * 60_000
  const places = useMemo(
    () =>
      knownZones().map((id) => ({
        id,
        text: `${placeName(id)} · ${id.split('/')[0]} · ${clockOf(wallIn(id, minute), i18n.language)}`,
      })),
    [minute, i18n.language],
  )
  return (
    <ComboBox
      value={zone}
      onChange={(chosen) => {
        if (typeof chosen === 'string') onChoose(chosen)
      }}
      defaultItems={places}
      menuTrigger="focus"
      className="flex flex-col gap-1"
    >
      <Label className="text-small font-medium text-muted">{t('promising.zone')}</Label>
      <div className="flex items-center rounded-lg border border-edge bg-surface">
        <Input className="min-w-0 flex-1 rounded-lg bg-surface px-3 py-2" />
        <Button className="flex-none px-3 py-2 text-muted">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="max-h-60 w-(--trigger-width) overflow-y-auto rounded-lg border border-edge bg-surface p-1 shadow-card">
        <ListBox<{ id: string; text: string }> className="outline-none">
          {({ id, text }) => (
            <ListBoxItem
              id={id}
              textValue={text}
              className="cursor-default truncate rounded-small px-2 py-1.5 outline-none data-focused:bg-accent-soft data-selected:font-semibold"
            >
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
