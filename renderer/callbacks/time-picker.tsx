import { type CalendarDateTime, parseDateTime } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from './use-time-entry.ts'
import { ZoneBox } from './zone-box.tsx'

interface TimePickerProps {
  readonly entry: TimeEntry
}

const press = 'rounded-small px-2 py-1 hover:bg-sunken'

/** Day, time and place by hand: it writes into the same line, so that there is one text and one understanding of it. */
export function TimePicker({ entry }: TimePickerProps) {
  const { t, i18n } = useTranslation()
  const zone = entry.meant?.zone ?? entry.zone
  const write = (value: CalendarDateTime | null) => {
    if (value === null) return
    const place = zone === entry.zone ? '' : ` ${/^[+-]/.test(zone) ? `UTC${zone}` : zone}`
    entry.type(`${value.toString().slice(0, 16).replace('T', ' ')}${place}`)
  }
  return (
    <I18nProvider locale={i18n.language}>
      <div className="flex flex-col gap-2">
        <DatePicker
          value={entry.meant ? parseDateTime(entry.meant.wall) : null}
          onChange={write}
          granularity="minute"
          className="flex flex-col gap-1"
        >
          <Label className="text-small font-medium text-muted">{t('promising.dateAndTime')}</Label>
          <Group className="flex items-center justify-between gap-2 rounded-lg border border-edge bg-surface px-3 py-1.5">
            <DateInput className="flex flex-wrap">
              {(segment) => (
                <DateSegment
                  segment={segment}
                  className="rounded-small px-0.5 tabular-nums outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-muted"
                />
              )}
            </DateInput>
            <Button className={press}>
              <span aria-hidden="true">▾</span>
            </Button>
          </Group>
          <Popover className="rounded-lg border border-edge bg-surface p-2 shadow-card">
            <Dialog className="outline-none">
              <Calendar>
                <header className="flex items-center justify-between">
                  <Button slot="previous" className={press}>
                    <span aria-hidden="true">‹</span>
                  </Button>
                  <Heading className="font-semibold" />
                  <Button slot="next" className={press}>
                    <span aria-hidden="true">›</span>
                  </Button>
                </header>
                <CalendarGrid className="tabular-nums">
                  {(date) => (
                    <CalendarCell
                      date={date}
                      className="grid size-8 place-items-center rounded-small outline-none hover:bg-sunken data-focus-visible:outline-2 data-focus-visible:outline-accent data-outside-month:hidden data-selected:bg-accent data-selected:text-on-accent"
                    />
                  )}
                </CalendarGrid>
              </Calendar>
            </Dialog>
          </Popover>
        </DatePicker>
        <ZoneBox zone={entry.zone} onChoose={entry.chooseZone} now={entry.now} />
      </div>
    </I18nProvider>
  )
}
